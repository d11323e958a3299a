import { INCIDENT_ROLES, isCustomRole, type IncidentRole } from '@sitrep/shared/incidents/values';
import type { CustomRole } from '@sitrep/shared/settings/values';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useSettings } from '../live/react.tsx';

export type RoleNames = {
  /** Those of product.md, then those of the settings. */
  readonly all: readonly IncidentRole[];
  readonly name: (role: IncidentRole) => string;
  /** Two or three letters. */
  readonly short: (role: IncidentRole) => string;
};

/** What roles are called: by the reader's words, and by the settings. */
export const useRoleNames = (): RoleNames => {
  const words = useTranslations('words');
  const { roles } = useSettings().values;
  return useMemo(
    () => ({
      all: [...INCIDENT_ROLES, ...roles.map(({ id }) => id as IncidentRole)],
      name: (role) => (isCustomRole(role) ? customName(role, roles) : words(`role.${role}`)),
      short: (role) => (isCustomRole(role) ? initialsOf(customName(role, roles)) : words(`roleShort.${role}`)),
    }),
    [words, roles],
  );
};

/** One that the settings have no more is still held somewhere: its id says what it was. */
export const customName = (role: IncidentRole, roles: readonly CustomRole[]): string =>
  roles.find(({ id }) => id === role)?.name ?? role.slice('x-'.length).replaceAll('-', ' ');

/** `Database lead` → `DL`, `Vendors` → `VEN`. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s-]+/u).filter((word) => word !== '');
  const letters = words.length > 1 ? words.map((word) => Array.from(word)[0] ?? '') : Array.from(words[0] ?? '');
  return letters.slice(0, 3).join('').toUpperCase();
};
