import type { Alert } from '@sitrep/shared/alerts/state';
import type { Integration, Integrations } from '@sitrep/shared/integrations/state';
import { systemActor } from '@sitrep/shared/kernel/actor';
import type { AlertId } from '@sitrep/shared/kernel/ids';
import type { CommandBus, CommandRequest } from '../command-bus/command-bus.ts';
import { alertIdFor } from '../features/alerts/alert-id.ts';
import type { Sightings, WatchdogSighting } from '../features/alerts/sightings.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';

export type SilenceDeps = {
  readonly bus: CommandBus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sightings: Sightings;
  readonly integrations: () => Integrations;
  readonly activeAlert: (id: AlertId) => Alert | undefined;
  readonly activeAlerts: () => Iterable<Alert>;
};

const ACTOR = systemActor('silence');
const WATCHDOG = 'watchdog:';
const LOOK_EVERY_MS = 5_000;
/** Longer between two looks, and it was we who slept, or the clock that jumped. */
const ASLEEP_MS = 30_000;
const AT_ONCE = 500;

type Wanted = Omit<CommandRequest, 'actor'>;

/**
 * What follows from hearing nothing: alerts of sources that never say "resolved" resolve, and a watchdog that falls
 * silent raises an alert. Silence while we were not listening counts for nothing.
 */
export class Silence {
  readonly #deps: SilenceDeps;
  #listeningSince: number;
  #lookedAt: number;
  #cancel = () => {};
  #looking: Promise<void> | undefined;

  constructor(deps: SilenceDeps) {
    this.#deps = deps;
    this.#listeningSince = deps.clock.now();
    this.#lookedAt = this.#listeningSince;
  }

  start(): void {
    this.#cancel = this.#deps.clock.after(LOOK_EVERY_MS, () => {
      this.start();
      this.#looking ??= this.look().finally(() => {
        this.#looking = undefined;
      });
    });
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#looking;
  }

  /** Looks once; resolves when what follows is durable. */
  async look(): Promise<void> {
    const now = this.#deps.clock.now();
    if (now < this.#lookedAt || now - this.#lookedAt > ASLEEP_MS) this.#listeningSince = now;
    this.#lookedAt = now;
    const wanted = [...this.#quietAlerts(now), ...this.#watchdogs(now)];
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      await Promise.all(wanted.slice(from, from + AT_ONCE).map((command) => this.#execute(command)));
    }
  }

  *#quietAlerts(now: number): Generator<Wanted> {
    const { activeAlerts, integrations, sightings } = this.#deps;
    const settings = integrations();
    for (const alert of activeAlerts()) {
      const quietAfterS = settings[alert.integrationId]?.settings.quietAfterS ?? 0;
      // The alert about a silent watchdog is ours: no tool repeats it.
      if (quietAfterS === 0 || alert.fingerprint.startsWith(WATCHDOG)) continue;
      const heardAt = sightings.of(alert.id)?.lastReceivedAt ?? 0;
      if (now - Math.max(heardAt, alert.firedAt, this.#listeningSince) < quietAfterS * 1_000) continue;
      yield {
        type: 'alert.resolve',
        input: { alertId: alert.id, cause: 'quiet' },
        commandId: `quiet:${alert.id}:${alert.occurrence}`,
      };
    }
  }

  *#watchdogs(now: number): Generator<Wanted> {
    const { sightings, integrations, activeAlert } = this.#deps;
    for (const watchdog of sightings.watchdogs()) {
      const integration = integrations()[watchdog.integrationId];
      if (integration === undefined) {
        sightings.forgetWatchdog(watchdog);
        continue;
      }
      const alert = activeAlert(alertIdFor(integration.id, WATCHDOG + watchdog.name));
      const silentMs = now - Math.max(watchdog.lastSeenAt, this.#listeningSince);
      const absent = silentMs >= integration.settings.watchdogAfterS * 1_000;
      if (absent && alert === undefined) yield absence(integration, watchdog);
      if (alert !== undefined && watchdog.lastSeenAt >= alert.firedAt) {
        yield {
          type: 'alert.resolve',
          input: { alertId: alert.id, cause: 'source' },
          commandId: `watchdog-back:${alert.id}:${alert.occurrence}`,
        };
      }
    }
  }

  async #execute(command: Wanted): Promise<void> {
    try {
      await this.#deps.bus.execute({ ...command, actor: ACTOR });
    } catch (error) {
      // The next look finds it again.
      this.#deps.logger.warn(
        { error, commandId: command.commandId },
        'what follows from silence could not be recorded',
      );
    }
  }
}

/** Once per silence, also where somebody resolved it by hand while the silence lasts. */
const absence = ({ id, name: integrationName }: Integration, { name, lastSeenAt }: WatchdogSighting): Wanted => {
  const fingerprint = WATCHDOG + name;
  const alertId = alertIdFor(id, fingerprint);
  return {
    type: 'alert.fire',
    input: {
      alertId,
      integrationId: id,
      fingerprint,
      content: {
        title: `No sign of life from ${integrationName}`,
        description: `"${name}" fires all the time, to show that monitoring works. It last came at ${new Date(lastSeenAt).toISOString()}.`,
        severity: 'critical',
        labels: { watchdog: name },
        group: fingerprint,
        startedAt: lastSeenAt,
      },
    },
    commandId: `watchdog:${derivedId(alertId, String(lastSeenAt))}`,
  };
};
