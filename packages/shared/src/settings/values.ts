import type { Facts } from '../kernel/decider.ts';
import { DEFAULT_CHECKLISTS } from './default-checklists.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import type { Settings, SeverityPolicy } from './schemas.ts';

export * from './schemas.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a decision may look up, where settings matter. */
export type SettingsFacts = Facts & { readonly settings: Settings };

const SEV1: SeverityPolicy = {
  acknowledgeWithin: 5 * MINUTE,
  firstInternalWithin: 5 * MINUTE,
  firstPublicWithin: 10 * MINUTE,
  updateEvery: 20 * MINUTE,
  longAfter: 2 * HOUR,
  updateEveryLong: HOUR,
  postmortemScheduledWithin: 48 * HOUR,
  postmortemHeldWithin: { days: 3, working: false },
};
const NOTHING_FOLLOWS: SeverityPolicy = {
  acknowledgeWithin: 'next-working-day',
  firstInternalWithin: null,
  firstPublicWithin: null,
  updateEvery: null,
  longAfter: null,
  updateEveryLong: null,
  postmortemScheduledWithin: null,
  postmortemHeldWithin: null,
};

/** As product.md has them. */
export const DEFAULT_SETTINGS: Settings = {
  severities: {
    1: SEV1,
    2: {
      ...SEV1,
      acknowledgeWithin: 15 * MINUTE,
      firstInternalWithin: 15 * MINUTE,
      firstPublicWithin: 20 * MINUTE,
      updateEvery: 30 * MINUTE,
      postmortemHeldWithin: { days: 5, working: true },
    },
    3: {
      ...NOTHING_FOLLOWS,
      acknowledgeWithin: 30 * MINUTE,
      firstInternalWithin: HOUR,
      updateEvery: 2 * HOUR,
    },
    4: NOTHING_FOLLOWS,
  },
  watchdogs: {
    noProgress: 30 * MINUTE,
    withoutEffect: 15 * MINUTE,
    longRunning: HOUR,
    commanderAway: 5 * MINUTE,
    longCommand: 4 * HOUR,
    callOutEvery: 10 * MINUTE,
  },
  workingTime: { zone: 'UTC', startsAt: 9 * 60, days: [1, 2, 3, 4, 5] },
  roles: [],
  checklists: DEFAULT_CHECKLISTS,
  templates: [...DEFAULT_TEMPLATES],
  services: { critical: [], internalNames: [] },
};
