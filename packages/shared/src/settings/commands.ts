import * as z from 'zod/mini';
import { defineCommand } from '../kernel/command.ts';
import type { StreamId } from '../kernel/event.ts';
import { changeSection } from './decide.ts';
import type { SettingsEvent } from './events.ts';
import type { SettingsState } from './state.ts';
import { SECTIONS, type SettingsFacts } from './values.ts';

export const SETTINGS_STREAM: StreamId = 'settings/sitrep';

/** How often the section had been changed when it was read; without it, whatever stands is replaced. */
const base = z.optional(z.int().check(z.gte(0)));

const command = defineCommand<SettingsState, SettingsEvent, SettingsFacts>();

const about = {
  mode: 'confirmed',
  action: 'settings.change',
  streamOf: () => SETTINGS_STREAM,
} as const;

export const settingsCommands = {
  'settings.change-severities': command({
    ...about,
    schema: z.object({ value: SECTIONS.severities, base }),
    summary: 'Change which clocks follow from each severity.',
    decide: changeSection('severities'),
  }),
  'settings.change-watchdogs': command({
    ...about,
    schema: z.object({ value: SECTIONS.watchdogs, base }),
    summary: 'Change after how long Sitrep speaks up by itself.',
    decide: changeSection('watchdogs'),
  }),
  'settings.change-working-time': command({
    ...about,
    schema: z.object({ value: SECTIONS.workingTime, base }),
    summary: 'Change when a working day begins, and where.',
    decide: changeSection('workingTime'),
  }),
  'settings.change-roles': command({
    ...about,
    schema: z.object({ value: SECTIONS.roles, base }),
    summary: 'Change the roles that incidents have besides the usual ones.',
    decide: changeSection('roles'),
  }),
  'settings.change-checklists': command({
    ...about,
    schema: z.object({ value: SECTIONS.checklists, base }),
    summary: 'Change the checklists of each phase.',
    decide: changeSection('checklists'),
  }),
  'settings.change-templates': command({
    ...about,
    schema: z.object({ value: SECTIONS.templates, base }),
    summary: 'Change the templates of status updates.',
    decide: changeSection('templates'),
  }),
  'settings.change-services': command({
    ...about,
    schema: z.object({ value: SECTIONS.services, base }),
    summary: 'Change which services are critical, and which names customers never read.',
    decide: changeSection('services'),
  }),
} as const;
