import type { IntegrationSettings } from '@sitrep/shared/integrations/events';
import type { Integration } from '@sitrep/shared/integrations/state';
import type { AlertSource } from '@sitrep/shared/alerts/values';
import { isActive, type Alert, type AlertState } from '@sitrep/shared/alerts/state';
import { isDeclared, type Incident } from '@sitrep/shared/incidents/state';
import { systemActor } from '@sitrep/shared/kernel/actor';
import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import { ManualClock } from '../../../adapters/manual-clock.ts';
import { createMemoryStorage } from '../../../adapters/storage/memory/memory-storage.ts';
import { createIdGenerator } from '../../../adapters/uuid-v7.ts';
import { createCore, type CoreDeps } from '../../../core.ts';
import type { Logger } from '../../../ports/logger.ts';
import { Reactor } from '../../../reactors/reactor.ts';
import { createAlertParts } from '../alert-parts.ts';

export const STARTED_AT = Date.UTC(2026, 6, 19, 16);

export type AlertWorld = Awaited<ReturnType<typeof alertWorld>>;

/** Alerts, incidents and silence on the memory log, with a clock that stands still. Given the storage of another world, what comes after a restart. */
export const alertWorld = async (before?: Pick<CoreDeps, 'log' | 'docs'> & { readonly clock: ManualClock }) => {
  const clock = before?.clock ?? new ManualClock(STARTED_AT);
  const { log, docs } = before ?? createMemoryStorage();
  const ids = createIdGenerator(clock);
  const core = createCore({ log, docs, clock, ids, secret: 'test' });
  const logged: string[] = [];
  const logger: Logger = {
    info: () => {},
    warn: (_fields, message) => void logged.push(message),
    error: (fields, message) => void logged.push(`${message} ${String((fields as { error?: unknown }).error)}`),
  };
  const parts = createAlertParts(core, logger);
  await Promise.all([core.pipeline.start(), parts.sightings.load(), parts.unreadable.load()]);
  const appliedUpTo = (position: number) => core.pipeline.appliedUpTo(position);
  const reactor = await Reactor.start({ log, docs, clock, logger, appliedUpTo }, parts.openIncidents);

  /** Until nothing follows from anything any more. */
  const settle = async (): Promise<void> => {
    for (let head = -1; head !== log.head();) {
      head = log.head();
      await reactor.handledUpTo(head);
      await appliedUpTo(log.head());
    }
  };
  const execute = async <T extends CommandType>(type: T, input: CommandInput<T>) => {
    const executed = await core.bus.execute({ type, input, actor: systemActor('test'), commandId: ids.id() });
    await settle();
    return executed;
  };
  const statesOf = (prefix: string): unknown[] =>
    [...core.openSet.entries()].flatMap(([stream, { state }]) => (stream.startsWith(prefix) ? [state] : []));

  return {
    ...core,
    ...parts,
    clock,
    reactor,
    logged,
    settle,
    execute,
    connect: async (source: AlertSource, settings: Partial<IntegrationSettings> = {}): Promise<Integration> => {
      const integrationId = ids.id();
      await execute('integration.create', {
        integrationId,
        name: `${source} ${integrationId}`,
        source,
        settings,
      } as CommandInput<'integration.create'>);
      const integration = Object.values(parts.integrations()).find(({ id }) => id === integrationId);
      if (integration === undefined) throw new Error('the integration is not there');
      return integration;
    },
    send: async (integration: Integration, body: unknown) => {
      const answer = await parts.ingest.receive(integration, JSON.stringify(body));
      await settle();
      return answer;
    },
    alerts: (): Alert[] => statesOf('alert/').filter((state) => isActive(state as AlertState)) as Alert[],
    incidents: (): Incident[] =>
      statesOf('incident/').flatMap((state) => {
        const { incident } = state as Room;
        return isDeclared(incident) ? [incident] : [];
      }),
    stop: async () => {
      await reactor.stop();
      await parts.sightings.close();
      await core.pipeline.stop();
    },
  };
};

type AlertChanges = {
  readonly name?: string;
  readonly severity?: string;
  readonly status?: string;
  readonly instance?: string;
};

/** One alert as Alertmanager lists it. */
export const amAlert = ({
  name = 'HighLatency',
  severity = 'critical',
  status = 'firing',
  instance = 'web-1',
}: AlertChanges = {}) => ({
  status,
  labels: { alertname: name, severity, instance, service: 'checkout' },
  annotations: { summary: `${name} on ${instance}` },
  startsAt: '2026-07-19T15:58:01Z',
  endsAt: '0001-01-01T00:00:00Z',
});

/** A body of one group. */
export const amBody = (alerts: readonly unknown[], group = 'HighLatency') => ({
  version: '4',
  groupKey: `{}:{alertname="${group}"}`,
  groupLabels: { alertname: group },
  status: 'firing',
  alerts,
});
