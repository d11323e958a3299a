import type { Aggregate } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/event.ts';
import type { SettingsEvent } from './events.ts';
import { initialSettings, type SettingsState } from './state.ts';
import type { SectionName, Settings } from './values.ts';

const SECTION_OF = {
  'settings.severities-changed': 'severities',
  'settings.watchdogs-changed': 'watchdogs',
  'settings.working-time-changed': 'workingTime',
  'settings.roles-changed': 'roles',
  'settings.checklists-changed': 'checklists',
  'settings.templates-changed': 'templates',
  'settings.services-changed': 'services',
} as const satisfies Record<SettingsEvent['type'], SectionName>;

const EVENT_OF = Object.fromEntries(Object.entries(SECTION_OF).map(([type, section]) => [section, type])) as Record<
  SectionName,
  SettingsEvent['type']
>;

export const changedTo = <S extends SectionName>(section: S, value: Settings[S]): SettingsEvent =>
  ({ type: EVENT_OF[section], data: { value } }) as SettingsEvent;

export const settingsAggregate: Aggregate<SettingsState, SettingsEvent> = {
  name: 'settings',
  initialState: initialSettings,
  evolve: (state: SettingsState, event: Recorded<SettingsEvent>): SettingsState => {
    const section = SECTION_OF[event.type];
    return {
      values: { ...state.values, [section]: event.data.value },
      changes: {
        ...state.changes,
        [section]: { revision: (state.changes[section]?.revision ?? 0) + 1, by: event.actor, at: event.at },
      },
    };
  },
};
