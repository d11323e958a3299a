import { isDeclared, type OpenIncident } from '@sitrep/shared/incidents/state';
import { systemActor, userIdOf } from '@sitrep/shared/kernel/actor';
import type { StreamId } from '@sitrep/shared/kernel/event';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { hasNewDeputy } from '@sitrep/shared/rooms/roles/absence';
import type { Room } from '@sitrep/shared/rooms/room';
import type { CommandBus, CommandRequest } from '../command-bus/command-bus.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Connected } from '../realtime/connected.ts';

export type CommanderWatchDeps = {
  readonly bus: CommandBus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly connected: Pick<Connected, 'isHere' | 'leftAt' | 'onCame'>;
  readonly openRooms: () => Iterable<readonly [StreamId, Room]>;
  readonly isActive: (id: UserId) => boolean;
  /** How long a commander is not connected before anybody is told. */
  readonly awayAfterMs: () => number;
};

const ACTOR = systemActor('commander-watch');
const LOOK_EVERY_MS = 5_000;
/** Longer between two looks, and it was we who slept, or the clock that jumped. */
const ASLEEP_MS = 30_000;

type Report = Omit<CommandRequest, 'actor'>;

/** Tells rooms that their commander is not connected, and is back. Absence while nobody was watching counts for nothing. */
export class CommanderWatch {
  readonly #deps: CommanderWatchDeps;
  #watchingSince: number;
  #lookedAt: number;
  #cancel = () => {};
  #looking: Promise<void> | undefined;

  constructor(deps: CommanderWatchDeps) {
    this.#deps = deps;
    this.#watchingSince = deps.clock.now();
    this.#lookedAt = this.#watchingSince;
  }

  start(): void {
    this.#watchingSince = this.#deps.clock.now();
    this.#lookedAt = this.#watchingSince;
    this.#deps.connected.onCame((userId) => {
      for (const [, { roster }] of this.#deps.openRooms())
        if (roster.commanderAway?.userId === userId) this.#lookSoon();
    });
    this.#again();
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#looking;
  }

  /** Looks once; resolves when what was reported is durable. */
  async look(): Promise<void> {
    const now = this.#deps.clock.now();
    if (now < this.#lookedAt || now - this.#lookedAt > ASLEEP_MS) this.#watchingSince = now;
    this.#lookedAt = now;
    const reports = [...this.#deps.openRooms()].flatMap(([, room]) => this.#reportsOf(room, now));
    await Promise.all(reports.map((report) => this.#execute(report)));
  }

  #again(): void {
    this.#cancel = this.#deps.clock.after(LOOK_EVERY_MS, () => {
      this.#again();
      this.#lookSoon();
    });
  }

  #lookSoon(): void {
    this.#looking ??= this.look().finally(() => {
      this.#looking = undefined;
    });
  }

  #reportsOf({ incident, roster }: Room, now: number): readonly Report[] {
    if (!isDeclared(incident) || incident.status === 'closed') return [];
    const { commanderAway } = roster;
    if (commanderAway !== undefined) {
      if (this.#deps.connected.isHere(commanderAway.userId)) return [back(incident, commanderAway)];
      return hasNewDeputy(incident, roster) ? [stillAway(incident, commanderAway)] : [];
    }
    const since = this.#awaySince(incident);
    return since === undefined || now - since.at < this.#deps.awayAfterMs() ? [] : [away(incident, since)];
  }

  /** Since when an incident that is not over has a commander who is not here. */
  #awaySince({ status, roles, lastChanges }: OpenIncident): { userId: UserId; at: number } | undefined {
    const { connected, isActive } = this.#deps;
    const userId = roles.commander;
    if (userId === undefined || status === 'resolved' || !isActive(userId) || connected.isHere(userId))
      return undefined;
    const change = lastChanges['role/commander'];
    // Who took command has been there then, even without a page.
    const cameAt = change !== undefined && userIdOf(change.by) === userId ? change.at : 0;
    return { userId, at: Math.max(connected.leftAt(userId) ?? 0, cameAt, this.#watchingSince) };
  }

  async #execute(report: Report): Promise<void> {
    try {
      await this.#deps.bus.execute({ ...report, actor: ACTOR });
    } catch (error) {
      // The next look finds it again.
      this.#deps.logger.warn({ error, commandId: report.commandId }, 'an absent commander could not be reported');
    }
  }
}

const away = ({ id }: OpenIncident, { userId, at }: { userId: UserId; at: number }): Report => ({
  type: 'commander.report-away',
  input: { incidentId: id, userId, since: at },
  commandId: `away:${id}:${userId}:${at}`,
});

/** Once for each deputy who is named meanwhile. */
const stillAway = (
  { id, roles, lastChanges }: OpenIncident,
  { userId, since }: { userId: UserId; since: number },
): Report => ({
  type: 'commander.report-away',
  input: { incidentId: id, userId, since },
  commandId: `deputy:${id}:${roles.deputy ?? ''}:${lastChanges['role/deputy']?.at ?? 0}`,
});

const back = ({ id }: OpenIncident, { userId, since }: { userId: UserId; since: number }): Report => ({
  type: 'commander.report-back',
  input: { incidentId: id, userId },
  commandId: `back:${id}:${userId}:${since}`,
});
