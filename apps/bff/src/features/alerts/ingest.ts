import { integrationActor } from '@sitrep/shared/kernel/actor';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Integration } from '@sitrep/shared/integrations/state';
import type { IngestAnswer } from '@sitrep/shared/protocol/http';
import { setImmediate as nextMacrotask } from 'node:timers/promises';
import type { CommandBus } from '../../command-bus/command-bus.ts';
import { parseJson } from '../../http/json-body.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Reading } from './adapters/reading.ts';
import { ADAPTERS } from './adapters/sources.ts';
import { Admission, type AdmissionLimits } from './admission.ts';
import { alertIdFor } from './alert-id.ts';
import { OrderedWork } from './ordered-work.ts';
import type { Sightings } from './sightings.ts';
import type { UnreadableAlerts, Unread } from './unreadable-alerts.ts';

export type IngestDeps = {
  readonly bus: CommandBus;
  readonly sightings: Sightings;
  readonly unreadable: UnreadableAlerts;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly limits?: AdmissionLimits;
};

export type Ingest = {
  /**
   * Admits one body before it is read; call the answer when done with it.
   * @throws Refusal `unavailable` while too much is under way
   */
  enter(bytes: number): () => void;
  /**
   * Takes a body alert by alert; resolves once all is durable.
   * @throws Refusal `invalid` for what is not JSON or not from this tool; `unavailable` when the log cannot be written
   */
  receive(integration: Integration, text: string): Promise<IngestAnswer>;
};

type KnownReading = Extract<Reading, { fingerprint: string }>;
type Tally = {
  stored: number;
  repeated: number;
  readonly unread: Unread[];
  readonly warnings: string[];
  refusal?: unknown;
};

export const INGEST_BODY = { maxBytes: 16 * 1024 * 1024, maxDepth: 32, bigIntegersAsText: true } as const;

const LIMITS: AdmissionLimits = { bodies: 500, bytes: 64 * 1024 * 1024, alerts: 50_000 };
/** Whoever mends the sender needs some, not ten thousand. */
const MAX_WARNINGS = 20;
/** Alerts of one body whose commands are under way together. */
const AT_ONCE = 2_000;
/** Alerts of one body begun before others get their turn on the event loop. */
const AT_A_STRETCH = 100;

export const createIngest = (deps: IngestDeps): Ingest => {
  const { bus, sightings, unreadable, clock, ids, logger } = deps;
  const admission = new Admission(deps.limits ?? LIMITS);
  const perAlert = new OrderedWork();

  const record = async (integration: Integration, reading: KnownReading): Promise<'stored' | 'repeated'> => {
    const { fingerprint, content } = reading;
    const alertId = alertIdFor(integration.id, fingerprint);
    const request = { actor: integrationActor(integration.id), commandId: ids.id() };
    return perAlert.run(alertId, async () => {
      if (reading.kind === 'resolved') {
        const { outcome } = await bus.execute({
          ...request,
          type: 'alert.resolve',
          input: { alertId, cause: 'source' },
        });
        return outcome === 'accepted' ? 'stored' : 'repeated';
      }
      const input = { alertId, integrationId: integration.id, fingerprint, content };
      const { outcome, events } = await bus.execute({ ...request, type: 'alert.fire', input });
      sightings.alertSent(alertId, events.some(({ type }) => type === 'alert.fired') ? 'new' : 'same');
      return outcome === 'accepted' ? 'stored' : 'repeated';
    });
  };

  /** Never rejects: what concerns the body as a whole is left in the tally. */
  const take = async (integration: Integration, reading: Reading, tally: Tally): Promise<void> => {
    if (reading.kind === 'unreadable') {
      tally.unread.push({ raw: JSON.stringify(reading.raw), fault: reading.fault });
      return;
    }
    if (reading.kind === 'watchdog') {
      sightings.watchdogSent(integration.id, reading.name);
      tally.repeated += 1;
      return;
    }
    tally.warnings.push(...(reading.warnings ?? []).slice(0, MAX_WARNINGS - tally.warnings.length));
    try {
      tally[await admission.during(record(integration, reading))] += 1;
    } catch (error) {
      if (isRefusal(error) && error.code === 'unavailable') {
        tally.refusal = error;
        return;
      }
      // One alert that trips over a fault of ours must not cost the others their place.
      logger.error({ error, integrationId: integration.id }, 'an alert could not be recorded; it is kept raw');
      const fault = isRefusal(error) ? error.message : 'Sitrep failed on this alert; its log says more.';
      tally.unread.push({ raw: JSON.stringify(reading), fault });
    }
  };

  const takeAll = async (integration: Integration, readings: Iterable<Reading>): Promise<IngestAnswer> => {
    const tally: Tally = { stored: 0, repeated: 0, unread: [], warnings: [] };
    let underWay: Promise<void>[] = [];
    const settle = async () => {
      await Promise.all(underWay);
      underWay = [];
      // What was stored so far is found again when the sender repeats the body.
      if (tally.refusal !== undefined) throw tally.refusal;
    };
    for (const reading of readings) {
      underWay.push(take(integration, reading, tally));
      if (underWay.length >= AT_ONCE) await settle();
      else if (underWay.length % AT_A_STRETCH === 0) await nextMacrotask();
    }
    await settle();
    await unreadable.keep(integration.id, tally.unread);
    const { stored, repeated, unread, warnings } = tally;
    return { stored, repeated, unreadable: unread.length, ...(warnings.length === 0 ? {} : { warnings }) };
  };

  return {
    enter: (bytes) => admission.enter(bytes),
    receive: async (integration, text) => {
      sightings.integrationSent(integration.id);
      try {
        const body = parseJson(text, INGEST_BODY);
        return await takeAll(integration, ADAPTERS[integration.source].read(body, clock.now()));
      } catch (error) {
        if (isRefusal(error) && error.code === 'invalid') {
          await unreadable.keep(integration.id, [{ raw: text, fault: error.message }]);
        }
        throw error;
      }
    },
  };
};
