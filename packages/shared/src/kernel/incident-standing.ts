import { Refusal } from './errors.ts';

type Undeclared = { readonly status: 'undeclared' };
type Standing = Undeclared | { readonly status: string; readonly key: string };

/** What every decision about an incident, whatever it knows of it, asks first. @throws Refusal `not-found` */
export const mustBeDeclared = <Incident extends Standing>(incident: Incident): Exclude<Incident, Undeclared> => {
  if (incident.status === 'undeclared') throw new Refusal('not-found', 'There is no such incident.');
  return incident as Exclude<Incident, Undeclared>;
};

/**
 * `purpose` is what it would be reopened for.
 * @throws Refusal `not-found` | `conflict`
 */
export const mustBeOpen = <Incident extends Standing>(
  incident: Incident,
  purpose = 'change it',
): Exclude<Incident, Undeclared | { readonly status: 'closed' }> => {
  const declared: { readonly status: string; readonly key?: string } = mustBeDeclared(incident);
  if (declared.status === 'closed') {
    throw new Refusal('conflict', `${declared.key} is closed. Reopen it to ${purpose}.`, {
      current: { status: 'closed' },
    });
  }
  return incident as Exclude<Incident, Undeclared | { readonly status: 'closed' }>;
};
