import { serviceKey } from '../../mitigations/collisions.ts';
import type { Mitigation } from '../../mitigations/state.ts';
import type { Settings } from '../../settings/values.ts';
import { subjectOf } from './subject-of.ts';
import { activeIncident, type ClockedRoom, type StartedClock } from './running-clock.ts';

/** What watches whether people get anywhere: each escalates. */
export const watchdogs = (room: ClockedRoom, settings: Settings): readonly StartedClock[] => {
  const active = activeIncident(room);
  if (active === undefined) return [];
  const { incident, since } = active;
  const atWork = settings.severities[incident.severity].acknowledgeWithin !== 'next-working-day';
  return [
    ...(atWork ? progressWatchdogs(room, since, settings) : []),
    ...withoutEffect(room, since, settings),
    ...criticalServices(room, since, settings),
    ...publicAttention(room, since),
  ];
};

/** Not for what may wait for the next working day: nobody is meant to be at it. */
const progressWatchdogs = (room: ClockedRoom, since: number, settings: Settings): readonly StartedClock[] => {
  const { noProgress, longRunning } = settings.watchdogs;
  const progressAt = lastProgressAt(room, since);
  return [
    { clock: 'no-progress', startedAt: progressAt, dueAt: progressAt + noProgress },
    { clock: 'long-running', startedAt: since, dueAt: since + longRunning },
  ];
};

/** As product.md defines progress; at the least, that work began. */
const lastProgressAt = ({ hypotheses, mitigations, clocks }: ClockedRoom, since: number): number =>
  Math.max(since, hypotheses.progressAt ?? 0, mitigations.progressAt ?? 0, clocks.findingAt ?? 0);

const withoutEffect = (room: ClockedRoom, since: number, settings: Settings): readonly StartedClock[] => {
  const { items } = room.mitigations;
  const effectiveSince = Math.max(0, ...items.map((item) => (item.status === 'effective' ? executedAt(item) : 0)));
  return items
    .filter((item) => isAwaited(item, room) && executedAt(item) >= effectiveSince)
    .map((item) => {
      const startedAt = Math.max(executedAt(item), item.uncoordinated?.recordedAt ?? 0, since);
      const dueAt = startedAt + settings.watchdogs.withoutEffect;
      return { clock: 'without-effect', ...subjectOf(item), startedAt, dueAt };
    });
};

const executedAt = ({ executed }: Mitigation): number => executed?.at ?? 0;

/** What was found ineffective is told of once, and then no more: it will not become effective. */
const isAwaited = ({ id, status, executed }: Mitigation, { clocks }: ClockedRoom): boolean =>
  executed !== undefined &&
  (status === 'executed' || (status === 'ineffective' && clocks.ranOut[`without-effect/${id}`] === undefined));

const criticalServices = ({ incident, clocks }: ClockedRoom, since: number, settings: Settings) => {
  if (incident.status === 'undeclared') return [];
  const critical = new Set(settings.services.critical.map(serviceKey));
  return incident.services
    .filter((service) => critical.has(serviceKey(service)))
    .map((service): StartedClock => {
      const at = Math.max(since, clocks.affectedSince[service] ?? 0);
      return { clock: 'critical-service', subject: service, label: service, startedAt: at, dueAt: at };
    });
};

const publicAttention = ({ situation: { attention } }: ClockedRoom, since: number): readonly StartedClock[] => {
  if (attention === undefined) return [];
  const at = Math.max(since, attention.at);
  return [{ clock: 'public-attention', startedAt: at, dueAt: at }];
};
