import type { EntryId } from '@sitrep/shared/kernel/ids';
import { undeclared } from '@sitrep/shared/incidents/state';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import { commandDefinition, type CommandType } from '@sitrep/shared/protocol/catalogue';
import { parseCommand } from '@sitrep/shared/protocol/decide-command';
import type { Me } from '@sitrep/shared/protocol/http';
import type { Room } from '@sitrep/shared/rooms/room';
import { ADA, CAI, CAST, MIA, REN, ROZ, VIC, factsAbout, testId, type Player } from '@sitrep/shared/testing/cast';
import {
  LIKELY_COMMANDS,
  plausibleCommand,
  ROOM_COMMANDS,
  type PlausibleCommand,
} from '@sitrep/shared/testing/plausible-command';
import { seeded } from '@sitrep/shared/testing/seeded';
import * as fc from 'fast-check';
import { CommandProblem } from '../command-problem.ts';
import type { ManualScheduler } from './manual-scheduler.ts';
import { modelBrowser, openModelTab, type ModelBrowser, type ModelTab } from './model-client.ts';
import { declarationOf, ModelServer } from './model-server.ts';

export const INCIDENT = testId(1);
/** From two to all of them. */
export const PEOPLE: readonly Player[] = [REN, ROZ, ADA, CAI, MIA, VIC];
const OPTIMISTIC = LIKELY_COMMANDS.filter((type) => commandDefinition(type).mode === 'optimistic');

const meOf = ({ id, handle, role }: Player): Me => ({ id, handle, role, name: handle });

/** One thing that happens, drawn by fast-check. `who` chooses among people or tabs. */
export const happening = fc.record({
  kind: fc.constantFrom(
    'note',
    'note',
    'edit',
    'pin',
    'retract',
    'work',
    'work',
    'work',
    'others-work',
    'others-work',
    'others-note',
    'others-note',
    'others-edit',
    'alerts',
    'severity',
    'older',
    'cut',
    'mend',
    'restart',
    'crash',
    'wake',
  ),
  who: fc.nat(5),
  which: fc.nat(30),
  /** For what is drawn further. */
  seed: fc.nat(),
  waitMs: fc.constantFrom(0, 10, 200, 3_000, 12_000),
});
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

export const faultiness = fc.record({
  drop: fc.constantFrom(0, 0.1, 0.3),
  double: fc.constantFrom(0, 0.2),
  late: fc.constantFrom(0, 0.3),
  requestLost: fc.constantFrom(0, 0.2),
  answerLost: fc.constantFrom(0, 0.3),
});

/** Several people at their pages, the server they share, and what can happen to them. */
export class World {
  readonly server = new ModelServer(factsAbout(CAST));
  readonly browsers: readonly ModelBrowser[];
  readonly tabs: ModelTab[];
  /** Texts that somebody saw on their own screen after writing them, by command. */
  readonly written = new Map<string, string>();
  readonly defects: unknown[] = [];
  #made = 100;

  constructor(
    readonly scheduler: ManualScheduler,
    readonly faults: ModelTab['network']['faults'],
    readonly people: readonly Player[],
  ) {
    this.browsers = people.map(modelBrowser);
    this.server.execute(CAI.actor, 'incident.declare', declarationOf(INCIDENT), 'declare');
    this.server.flush();
    this.tabs = this.people.map((_person, who) => this.#open(who));
  }

  #open(who: number): ModelTab {
    const tab = openModelTab(this.server, this.scheduler, meOf(this.people[who] ?? REN), this.browsers[who]);
    Object.assign(tab.network.faults, this.faults);
    tab.client.room(INCIDENT).retain();
    tab.client.board.retain();
    return tab;
  }

  nextId(): EntryId {
    this.#made += 1;
    return testId(this.#made);
  }

  do({ kind, who: drawn, which, seed }: Happening): void {
    const who = drawn % this.people.length;
    const tab = this.tabs[who];
    if (tab === undefined) return;
    const entries = tab.client
      .room(INCIDENT)
      .store.getState()
      .entries.filter(({ origin }) => origin === 'written');
    const entry = entries[which % Math.max(1, entries.length)];
    const text = `${kind} ${this.nextId()}`;
    const target = { incidentId: INCIDENT, entryId: entry?.id ?? testId(0) };
    switch (kind) {
      case 'note': {
        const entryId = this.nextId();
        this.#send(tab, 'timeline.add-entry', { incidentId: INCIDENT, entryId, text }, text);
        return;
      }
      case 'edit':
        if (entry?.origin === 'written') {
          this.#send(tab, 'timeline.edit-entry', { ...target, baseRevision: entry.revision, text }, undefined);
        }
        return;
      case 'pin':
        this.#send(tab, 'timeline.pin-entry', target, undefined);
        return;
      case 'retract':
        this.#send(tab, 'timeline.retract-entry', target, undefined);
        return;
      case 'work': {
        const { incident = undeclared, parts, entries: shown, total } = tab.client.room(INCIDENT).store.getState();
        const { type, input } = this.#plausible(
          { ...parts, incident, timeline: { entries: shown, total } },
          seed,
          OPTIMISTIC,
        );
        this.#send(tab, type, input, undefined);
        return;
      }
      case 'others-work': {
        const room = this.server.room(INCIDENT);
        if (room === undefined) return;
        const { type, input } = this.#plausible(room, seed, ROOM_COMMANDS);
        try {
          this.#byServer(type, parseCommand(type, input));
        } catch (error) {
          if (!isRefusal(error) && !(error instanceof CommandProblem)) throw error;
        }
        return;
      }
      case 'others-note':
        this.#byServer('timeline.add-entry', { incidentId: INCIDENT, entryId: this.nextId(), text, kind: 'note' });
        return;
      case 'others-edit': {
        const all = this.server.room(INCIDENT)?.timeline.entries ?? [];
        const chosen = all[which % all.length];
        if (chosen?.origin !== 'written' || chosen.retracted !== undefined) return;
        const baseRevision = chosen.revision;
        this.#byServer('timeline.edit-entry', { incidentId: INCIDENT, entryId: chosen.id, baseRevision, text });
        return;
      }
      case 'alerts': {
        const alerts = [{ alertId: this.nextId(), title: text }];
        this.#byServer('incident.join-alerts', { incidentId: INCIDENT, group: `group-${which % 3}`, alerts });
        return;
      }
      case 'severity':
        this.#byServer('incident.change-severity', {
          incidentId: INCIDENT,
          severity: ((which % 4) + 1) as 1,
          reason: 'so it is',
        });
        return;
      case 'older':
        void tab.client.room(INCIDENT).loadOlder();
        return;
      case 'cut':
        tab.network.cut = true;
        return;
      case 'mend':
        tab.network.cut = false;
        return;
      case 'restart':
        for (const { network } of this.tabs) network.closeSockets();
        return;
      case 'crash':
        this.defects.push(...tab.defects);
        tab.crash();
        this.tabs[who] = this.#open(who);
        return;
      case 'wake':
        tab.wake();
    }
  }

  #send(tab: ModelTab, type: Parameters<typeof tab.client.sendCommand>[0], draft: object, text: string | undefined) {
    const commandId = `command-${this.nextId()}`;
    // Before it is known who is there, a screen takes no text.
    if (tab.client.session.getState().status !== 'signed-in') return;
    if (text !== undefined) this.written.set(commandId, text);
    // Refusals are part of the game, and so are tabs that crash with a command under way.
    tab.client.sendCommand(type, draft as never, { commandId }).catch(() => {});
  }

  /** What somebody before this room might do. */
  #plausible(room: Room, seed: number, types: readonly CommandType[]): PlausibleCommand {
    const random = seeded(seed);
    const type = types[Math.floor(random() * types.length)] ?? 'timeline.pin-entry';
    return plausibleCommand(random, type, {
      room,
      incidentId: INCIDENT,
      otherId: testId(2),
      people: CAST.map(({ id }) => id),
      now: this.scheduler.wall(),
      makeId: () => this.nextId(),
    });
  }

  #byServer(type: Parameters<ModelTab['client']['sendCommand']>[0], command: object): void {
    this.server.now = this.scheduler.wall();
    this.server.execute(CAI.actor, type, command as never, `server-${this.nextId()}`);
    this.server.flush();
  }

  async heal(): Promise<void> {
    for (const { network, wake } of this.tabs) {
      network.heal();
      wake();
    }
    // What was lost last shows with the next update.
    await this.scheduler.advance(40_000);
    this.server.flush();
    this.#byServer('incident.change-title', { incidentId: INCIDENT, title: `The end ${this.nextId()}` });
    await this.scheduler.advance(20_000);
    this.defects.push(...this.tabs.flatMap(({ defects }) => defects));
  }
}
