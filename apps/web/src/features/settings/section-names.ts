import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { SECTION_NAMES, type SectionName } from '@sitrep/shared/settings/values';

/** As addresses and commands call them. */
export const SECTION_PATHS = {
  severities: 'severities',
  watchdogs: 'watchdogs',
  workingTime: 'working-time',
  roles: 'roles',
  checklists: 'checklists',
  templates: 'templates',
  services: 'services',
} as const satisfies Readonly<Record<SectionName, string>>;
export type SectionPath = (typeof SECTION_PATHS)[SectionName];

export const sectionAt = (path: string): SectionName | undefined =>
  SECTION_NAMES.find((name) => SECTION_PATHS[name] === path);

export const commandOf = (section: SectionName): Extract<CommandType, `settings.change-${string}`> =>
  `settings.change-${SECTION_PATHS[section]}`;
