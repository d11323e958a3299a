import type { IncidentStatus, Severity } from '@sitrep/shared/incidents/values';
import type { ThingKind } from '@sitrep/shared/protocol/command-fields';
import type { KeyId } from '../../ui/keys/catalogue.ts';
import type { OfferedCommand } from './commands/left-out.ts';
import type { Args } from './commands/plan.ts';
import type { Searchable } from './search/palette-index.ts';

/** In the order in which they stand where nothing is typed. */
export const GROUPS = [
  'recent',
  'here',
  'answers',
  'incidents',
  'commands',
  'people',
  'services',
  'alerts',
  'past',
  'screens',
  'settings',
] as const;
export type Group = (typeof GROUPS)[number];

/** Sections of the settings of incident response, as their addresses call them. */
export const SETTINGS_PLACES = [
  'severities',
  'watchdogs',
  'working-time',
  'roles',
  'checklists',
  'templates',
  'services',
] as const;
export type SettingsPlace = (typeof SETTINGS_PLACES)[number];
export const isSettingsPlace = (to: string): to is SettingsPlace => SETTINGS_PLACES.some((one) => one === to);

export const PLACES = ['board', 'alerts', 'history', 'people', ...SETTINGS_PLACES, 'integrations', 'keyboard'] as const;
/** Where the palette can lead to. */
export type Place =
  | { readonly to: (typeof PLACES)[number] }
  | { readonly to: 'incident'; readonly key: string }
  | { readonly to: 'board-of' | 'history-of'; readonly text: string };

/** A thing that commands can be about. */
export type Subject = {
  readonly thing: ThingKind | 'service';
  readonly value: string;
  readonly name: string;
  readonly place?: Place;
};

export type Choice =
  | { readonly does: 'go'; readonly place: Place }
  | { readonly does: 'run-key'; readonly id: KeyId }
  | { readonly does: 'set'; readonly run: () => void }
  | { readonly does: 'command'; readonly type: OfferedCommand; readonly args: Args; readonly said: readonly string[] }
  | { readonly does: 'show'; readonly subject: Subject }
  | { readonly does: 'answer'; readonly value: unknown; readonly said: string }
  | { readonly does: 'confirm' | 'back' };

export type Mark =
  | { readonly is: 'severity'; readonly severity: Severity }
  | { readonly is: 'status'; readonly status: IncidentStatus }
  | { readonly is: 'person'; readonly name: string }
  | { readonly is: 'group'; readonly group: Group };

export type PaletteItem = Searchable & {
  readonly group: Group;
  readonly mark: Mark;
  readonly detail?: string | undefined;
  /** Keys that do the same, as they are printed. */
  readonly keys?: string | undefined;
  /** Why this cannot be chosen now. */
  readonly blocked?: string | undefined;
  /** Not shown until somebody types. */
  readonly onlyFound?: true;
  /** An offer where nothing matches: never chosen by Enter alone. */
  readonly unasked?: true;
  readonly choice: Choice;
};
