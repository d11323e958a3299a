import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { SECTIONS } from './values.ts';

/** One per section, which is replaced as a whole. */
export const SettingsEvents = {
  'settings.severities-changed': z.object({ value: SECTIONS.severities }),
  'settings.watchdogs-changed': z.object({ value: SECTIONS.watchdogs }),
  'settings.working-time-changed': z.object({ value: SECTIONS.workingTime }),
  'settings.roles-changed': z.object({ value: SECTIONS.roles }),
  'settings.checklists-changed': z.object({ value: SECTIONS.checklists }),
  'settings.templates-changed': z.object({ value: SECTIONS.templates }),
  'settings.services-changed': z.object({ value: SECTIONS.services }),
} as const;

export type SettingsEvent = EventOf<typeof SettingsEvents>;
