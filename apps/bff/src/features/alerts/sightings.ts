import type { AlertSighting } from '@sitrep/shared/alerts/alert-row';
import type { AlertId, IntegrationId } from '@sitrep/shared/kernel/ids';
import * as z from 'zod/mini';
import type { Clock } from '../../ports/clock.ts';
import type { DocChange, DocStore } from '../../ports/doc-store.ts';
import type { Logger } from '../../ports/logger.ts';

export type WatchdogSighting = {
  readonly integrationId: IntegrationId;
  readonly name: string;
  readonly lastSeenAt: number;
};

export type SightingsDeps = {
  readonly docs: DocStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Does this alert fire? Counters of what has resolved are forgotten after a while. */
  isActive(id: AlertId): boolean;
};

type Listener = (changed: ReadonlySet<AlertId>) => void;

const ALERTS = 'alert-sightings';
const INTEGRATIONS = 'integration-sightings';
const WATCHDOGS = 'watchdog-sightings';

const FLUSH_EVERY_MS = 30_000;
const TELL_EVERY_MS = 1_000;
const FORGET_AFTER_MS = 3_600_000;

const StoredSighting = z.object({ received: z.int(), lastReceivedAt: z.int() });
const StoredReceipt = z.object({ lastReceivedAt: z.int() });
const StoredWatchdog = z.object({ integrationId: z.string(), name: z.string(), lastSeenAt: z.int() });

/**
 * When and how often things were received. No events: they would drown the log in repeats. Counted in memory, written
 * down within half a minute, so that a crash costs some counts and never an alert.
 */
export class Sightings {
  readonly #deps: SightingsDeps;
  readonly #alerts = new Map<AlertId, AlertSighting>();
  readonly #integrations = new Map<IntegrationId, number>();
  readonly #watchdogs = new Map<string, WatchdogSighting>();
  /** What has to be written: by collection and key. */
  #unsaved = new Map<string, DocChange>();
  #untold = new Set<AlertId>();
  #listener: Listener | undefined;
  #cancelFlush = () => {};
  #flushing: Promise<void> = Promise.resolve();

  constructor(deps: SightingsDeps) {
    this.#deps = deps;
  }

  /** Takes up what was counted before, and begins to write down what is counted from now on. */
  async load(): Promise<void> {
    const { docs } = this.#deps;
    for (const { key, value } of await docs.list(ALERTS)) {
      const { data } = StoredSighting.safeParse(value);
      if (data !== undefined) this.#alerts.set(key as AlertId, data);
    }
    for (const { key, value } of await docs.list(INTEGRATIONS)) {
      const { data } = StoredReceipt.safeParse(value);
      if (data !== undefined) this.#integrations.set(key as IntegrationId, data.lastReceivedAt);
    }
    for (const { key, value } of await docs.list(WATCHDOGS)) {
      const { data } = StoredWatchdog.safeParse(value);
      if (data !== undefined) this.#watchdogs.set(key, data as WatchdogSighting);
    }
    this.#flushLater();
  }

  of(id: AlertId): AlertSighting | undefined {
    return this.#alerts.get(id);
  }

  /** UTC ms; nothing for a source that has sent nothing yet. */
  lastReceivedAt(id: IntegrationId): number | undefined {
    return this.#integrations.get(id);
  }

  watchdogs(): Iterable<WatchdogSighting> {
    return this.#watchdogs.values();
  }

  /** Told of alerts whose counters moved, once per second at most. */
  onChanged(listener: Listener): void {
    this.#listener = listener;
  }

  integrationSent(id: IntegrationId): void {
    const lastReceivedAt = this.#deps.clock.now();
    this.#integrations.set(id, lastReceivedAt);
    this.#save(INTEGRATIONS, id, { lastReceivedAt });
  }

  /** A firing alert came in; a new occurrence begins counting at one. */
  alertSent(id: AlertId, occurrence: 'new' | 'same'): void {
    const before = occurrence === 'new' ? 0 : (this.#alerts.get(id)?.received ?? 0);
    const sighting = { received: before + 1, lastReceivedAt: this.#deps.clock.now() };
    this.#alerts.set(id, sighting);
    this.#save(ALERTS, id, sighting);
    if (this.#untold.size === 0) this.#deps.clock.after(TELL_EVERY_MS, () => this.#tell());
    this.#untold.add(id);
  }

  watchdogSent(integrationId: IntegrationId, name: string): void {
    const seen = { integrationId, name, lastSeenAt: this.#deps.clock.now() };
    const key = watchdogKey(integrationId, name);
    this.#watchdogs.set(key, seen);
    this.#save(WATCHDOGS, key, seen);
  }

  /** No longer waited for. */
  forgetWatchdog({ integrationId, name }: WatchdogSighting): void {
    const key = watchdogKey(integrationId, name);
    this.#watchdogs.delete(key);
    this.#save(WATCHDOGS, key, null);
  }

  /** Resolves once everything counted so far is durable; what cannot be written is tried again later. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  async close(): Promise<void> {
    this.#cancelFlush();
    await this.flush();
  }

  #flushLater(): void {
    this.#cancelFlush = this.#deps.clock.after(FLUSH_EVERY_MS, () => {
      this.#flushLater();
      this.#forgetResolved();
      void this.flush();
    });
  }

  #save(collection: string, key: string, value: unknown): void {
    this.#unsaved.set(`${collection} ${key}`, { collection, key, value });
  }

  #tell(): void {
    const changed = this.#untold;
    this.#untold = new Set();
    this.#listener?.(changed);
  }

  #forgetResolved(): void {
    const old = this.#deps.clock.now() - FORGET_AFTER_MS;
    for (const [id, { lastReceivedAt }] of this.#alerts) {
      if (lastReceivedAt > old || this.#deps.isActive(id)) continue;
      this.#alerts.delete(id);
      this.#save(ALERTS, id, null);
    }
  }

  async #write(): Promise<void> {
    const changes = this.#unsaved;
    if (changes.size === 0) return;
    this.#unsaved = new Map();
    try {
      await this.#deps.docs.write([...changes.values()]);
    } catch (error) {
      // Newer counts win over those that could not be written.
      this.#unsaved = new Map([...changes, ...this.#unsaved]);
      this.#deps.logger.warn({ error }, 'counters of alerts could not be written; trying again');
    }
  }
}

const watchdogKey = (integrationId: IntegrationId, name: string): string => `${integrationId} ${name}`;
