import type { ActorRef } from '../kernel/event.ts';
import { DEFAULT_SETTINGS, type SectionName, type Settings } from './values.ts';

/** How often a section was changed, and by whom last; nothing for what is as it was delivered. */
export type SectionChange = { readonly revision: number; readonly by: ActorRef; readonly at: number };

export type SettingsState = {
  readonly values: Settings;
  readonly changes: Readonly<Partial<Record<SectionName, SectionChange>>>;
};

export const initialSettings: SettingsState = { values: DEFAULT_SETTINGS, changes: {} };
