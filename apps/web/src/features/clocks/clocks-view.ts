import { clockKey } from '@sitrep/shared/clocks/state';
import type { ClockName } from '@sitrep/shared/clocks/values';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import type { Audience } from '@sitrep/shared/settings/values';
import type { KeyId } from '../../ui/keys/catalogue.ts';

const UPDATES: ReadonlySet<ClockName> = new Set([
  'first-internal-update',
  'first-public-update',
  'internal-update',
  'public-update',
]);

export type NextKind = 'update' | 'postmortem' | 'other';
export type NextClock = { readonly kind: NextKind; readonly clock: RunningClock };

/** What the header tells: the next update, whatever else is due before; without one, what is due first. */
export const nextOf = (clocks: readonly RunningClock[]): NextClock | undefined => {
  const update = clocks.find(({ clock }) => UPDATES.has(clock));
  if (update !== undefined) return { kind: 'update', clock: update };
  const [first] = clocks;
  if (first === undefined) return undefined;
  return { kind: first.clock === 'postmortem-scheduled' ? 'postmortem' : 'other', clock: first };
};

/** Whom the word that is due is for. */
export const audienceOf = ({ clock }: Pick<RunningClock, 'clock'>): Audience =>
  clock === 'first-public-update' || clock === 'public-update' ? 'external' : 'internal';

/** Of one start: another start is another clock. */
export const idOf = (clock: RunningClock): string => `${clockKey(clock)}@${clock.startedAt}`;

/** The key that leads to where a clock is attended to; nothing where that is the list of clocks. */
const LEADS_TO: Readonly<Partial<Record<ClockName, KeyId>>> = {
  'first-internal-update': 'write-update',
  'internal-update': 'write-update',
  'first-public-update': 'write-public-update',
  'public-update': 'write-public-update',
  'without-effect': 'show-mitigations',
  mitigation: 'show-mitigations',
  'hypothesis-test': 'show-hypotheses',
  task: 'show-tasks',
};

export const keyOf = ({ clock }: RunningClock): KeyId => LEADS_TO[clock] ?? 'show-clocks';

export const DEFER_MINUTES = [10, 20, 30, 60] as const;

/** After it is due, or from now where it is overdue. */
export const deferredTo = ({ dueAt }: RunningClock, minutes: number, now: number): number =>
  Math.max(now, dueAt) + minutes * 60_000;
