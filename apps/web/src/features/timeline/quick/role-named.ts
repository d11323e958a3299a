import { INCIDENT_ROLES, type IncidentRole } from '@sitrep/shared/incidents/values';
import type { CustomRole } from '@sitrep/shared/settings/values';

export type NamedRole = { readonly role: IncidentRole; readonly handle?: string };

/** `database lead @bo`: a role by its name or id, or how one of them alone begins, and who is to have it. */
export const roleNamed = (text: string, custom: readonly CustomRole[]): NamedRole | undefined => {
  const [, named = '', handle] = /^(.*?)(?:\s+(?:@(\S+)|me))?$/iu.exec(text.trim()) ?? [];
  const role = found(named.toLowerCase(), [
    ...custom.map(({ id, name }) => ({ role: id as IncidentRole, words: [id, id.slice('x-'.length), name] })),
    ...INCIDENT_ROLES.map((id) => ({ role: id, words: [id, id.replace('-', ' ')] })),
  ]);
  if (role === undefined) return undefined;
  return handle === undefined ? { role } : { role, handle: handle.toLowerCase() };
};

type Named = { readonly role: IncidentRole; readonly words: readonly string[] };

const found = (named: string, all: readonly Named[]): IncidentRole | undefined => {
  if (named === '') return undefined;
  const exact = all.find(({ words }) => words.some((word) => word.toLowerCase() === named));
  if (exact !== undefined) return exact.role;
  const begun = all.filter(({ words }) => words.some((word) => word.toLowerCase().startsWith(named)));
  return begun.length === 1 ? begun[0]?.role : undefined;
};
