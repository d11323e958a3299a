import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Room, RoomEvent } from './room.ts';
import { roomAggregate, roomVisibility } from './room.ts';
import { isDeclared, type Incident, type IncidentState } from '../incidents/state.ts';
import { movesFrom } from '../incidents/status-moves.ts';
import { fold } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/event.ts';
import { visibleTo } from '../kernel/permissions.ts';
import type { WrittenEntry } from '../timeline/state.ts';
import { CAST } from '../testing/cast.ts';
import { holds } from '../testing/holds.ts';
import { INCIDENT } from '../testing/incident-past.ts';
import { notPlainJson } from '../testing/plain-json.ts';
import { movesOf, play, ROOM_PREFIXES, type Move, type Step } from '../testing/play.ts';

const STREAM = `incident/${INCIDENT}` as const;
const DECLARE: Move = {
  type: 'incident.declare',
  input: { incidentId: INCIDENT, title: 'Checkout fails' },
  actor: { kind: 'system', ref: 'system/test' },
};

// Begun by a declaration mostly, since nothing else is accepted before one.
const moves = fc
  .tuple(fc.boolean(), movesOf([...ROOM_PREFIXES, 'incident', 'timeline', 'timeline', 'timeline'], 200))
  .map(([hidden, then]) => [...(hidden ? [] : [DECLARE]), ...then]);

const stepsOf = (played: readonly Move[]) => play<Room>(STREAM, played);
const eventsOf = (steps: readonly Step<Room>[]) =>
  steps.flatMap(({ events }) => events) as readonly Recorded<RoomEvent>[];

const eachStep = (check: (step: Step<Room>, steps: readonly Step<Room>[]) => void) =>
  fc.property(moves, (played) => {
    const steps = stepsOf(played);
    for (const step of steps) check(step, steps);
  });

const RUNS = { runs: 60 };

describe('whatever five people do with an incident', () => {
  it('[INC-3] its key never changes', () => {
    holds(
      eachStep(({ before, after }) => {
        if (isDeclared(before.incident)) assert.equal(keyOf(after.incident), before.incident.key);
      }),
      RUNS,
    );
  });

  it('[INC-30][INC-43][INC-44] it moves along the table, and closes and reopens as specified', () => {
    holds(
      eachStep(({ events, before, after }) => {
        const [from, to] = [before.incident.status, after.incident.status];
        if (from === to || from === 'undeclared') return;
        const last = events.at(-1);
        if (to === 'closed') {
          assert.equal(last?.type, 'incident.closed');
          assert(from === 'resolved' || closureOf(after.incident) !== 'completed');
        } else if (from === 'closed') {
          assert.deepEqual([last?.type, to], ['incident.reopened', 'investigating']);
        } else if (last?.type !== 'incident.reopened') {
          assert(to !== 'undeclared' && movesFrom(from).includes(to));
        }
      }),
      RUNS,
    );
  });

  it('[INC-14] nothing of a closed one changes but milestones, access and alerts', () => {
    holds(
      eachStep(({ before, after, move }) => {
        if (before.incident.status !== 'closed' || move.type === 'incident.reopen') return;
        assert.deepEqual(bodyOf(after.incident), bodyOf(before.incident));
        assert.deepEqual(writtenIn(after), writtenIn(before));
      }),
      RUNS,
    );
  });

  it('[INC-31][INC-52] its milestones follow its status and the first person', () => {
    holds(
      eachStep(({ after, events, move }) => {
        for (const { type, data, at } of events) {
          const milestones = isDeclared(after.incident) ? after.incident.milestones : {};
          if (type === 'incident.declared') assert.equal(milestones.detected, at);
          if (type === 'incident.status-changed' && data.to === 'resolved') assert.equal(milestones.resolved, at);
          if (type === 'incident.reopened') assert.equal(milestones.resolved, undefined);
          const touches = /^incident\.(status-changed|reopened|closed)$/.test(type) && move.actor.kind === 'user';
          if (touches) assert.notEqual(milestones.acknowledged, undefined);
        }
      }),
      RUNS,
    );
  });

  it('[INC-60][INC-69] each role passes from its one holder to an active responder or up', () => {
    holds(
      fc.property(moves, (played) => {
        const holders = new Map<string, string | undefined>();
        for (const { type, data } of eventsOf(stepsOf(played))) {
          if (type !== 'incident.role-changed') continue;
          assert.equal(holders.get(data.role), data.from);
          holders.set(data.role, data.to);
          if (data.to === undefined || data.move === 'taken') continue;
          const person = CAST.find(({ id }) => id === data.to);
          assert(person?.active);
          assert(['responder', 'commander', 'administrator'].includes(person.role));
        }
      }),
      RUNS,
    );
  });

  it('[INC-80][INC-81] a public one has no members, a private one has its role holders at least', () => {
    holds(
      eachStep(({ after: { incident } }) => {
        if (!isDeclared(incident)) return;
        const expected = incident.private ? Object.values(incident.roles) : [];
        assert(expected.every((id) => id !== undefined && incident.members.includes(id)));
        assert(incident.private || incident.members.length === 0);
      }),
      RUNS,
    );
  });

  it('[INC-90][INC-93] its alerts are either firing or resolved, once each', () => {
    holds(
      eachStep(({ after: { incident }, events }) => {
        if (!isDeclared(incident)) return;
        const all = [...incident.alerts.firing, ...incident.alerts.resolved];
        assert.equal(new Set(all).size, all.length);
        for (const { type, data } of events) {
          if (type === 'incident.alerts-resolved') assert.equal(data.remaining, incident.alerts.firing.length);
        }
      }),
      RUNS,
    );
  });

  it('[TL-31] its timeline counts every alert that joined', () => {
    holds(
      fc.property(moves, (played) => {
        const steps = stepsOf(played.filter(({ type }) => type !== 'incident.resolve-alerts'));
        const { incident, timeline } = steps.at(-1)?.after ?? roomAggregate.initialState;
        const counted = timeline.entries.map((entry) =>
          entry.origin === 'recorded' && entry.fact.type === 'incident.alerts-joined' ? entry.more + 1 : 0,
        );
        const joined = isDeclared(incident) ? incident.alerts.firing.length : 0;
        assert.equal(
          counted.reduce((sum, n) => sum + n, 0),
          joined,
        );
      }),
      RUNS,
    );
  });

  it('[TL-11] every accepted text is current or in the history, and revisions count the former ones', () => {
    holds(
      fc.property(moves, (played) => {
        const steps = stepsOf(played);
        const entries = writtenIn(steps.at(-1)?.after ?? roomAggregate.initialState);
        for (const entry of entries) assert.equal(entry.revision, entry.history.length + 1);
        for (const { type, data } of eventsOf(steps)) {
          if (type !== 'timeline.entry-added' && type !== 'timeline.entry-edited') continue;
          const entry = entries.find(({ id }) => id === data.entryId);
          assert([entry?.text, ...(entry?.history.map(({ text }) => text) ?? [])].includes(data.text));
        }
      }),
      RUNS,
    );
  });

  it('[TL-3] its timeline counts its entries, each with an id of its own', () => {
    holds(
      eachStep(({ after: { timeline } }) => {
        assert.equal(timeline.total, timeline.entries.length);
        assert.equal(new Set(timeline.entries.map(({ id }) => id)).size, timeline.total);
      }),
      RUNS,
    );
  });

  it('[CAN-5] nobody changes what they do not see', () => {
    holds(
      eachStep(({ before, move }) => assert(visibleTo(move.actor, roomVisibility(before)))),
      RUNS,
    );
  });

  it('[TL-34] a window folds on like the whole', () => {
    holds(
      fc.property(moves, fc.nat(), fc.nat(10), (played, cut, size) => {
        const events = eventsOf(stepsOf(played));
        const known = cut % (events.length + 1);
        const before = fold(roomAggregate, events.slice(0, known));
        const whole = fold(roomAggregate, events.slice(known), before);
        const entries = before.timeline.entries.slice(Math.max(0, before.timeline.total - size));
        const windowed = fold(roomAggregate, events.slice(known), {
          ...before,
          timeline: { ...before.timeline, entries },
        });
        const shown = entries.length + whole.timeline.total - before.timeline.total;
        assert.deepEqual(windowed.incident, whole.incident);
        assert.equal(windowed.timeline.total, whole.timeline.total);
        assert.deepEqual(windowed.timeline.entries, whole.timeline.entries.slice(whole.timeline.total - shown));
      }),
      RUNS,
    );
  });

  it('[INC-11] its state is plain JSON, and folds in pieces as in one', () => {
    holds(
      fc.property(moves, fc.nat(), (played, cut) => {
        const events = eventsOf(stepsOf(played));
        const whole = fold(roomAggregate, events);
        const first = fold(roomAggregate, events.slice(0, cut % (events.length + 1)));
        const thawed = JSON.parse(JSON.stringify(first)) as Room;
        assert.equal(notPlainJson(whole), undefined);
        assert.deepEqual(thawed, first);
        assert.deepEqual(fold(roomAggregate, events.slice(cut % (events.length + 1)), thawed), whole);
      }),
      RUNS,
    );
  });
});

const keyOf = (incident: IncidentState): string | undefined => (isDeclared(incident) ? incident.key : undefined);

const closureOf = (incident: IncidentState): string | undefined =>
  incident.status === 'closed' ? incident.closure.kind : undefined;

const bodyOf = (state: IncidentState): Partial<Incident> => {
  if (!isDeclared(state)) return {};
  // With the milestones goes who changed them.
  const { milestones: _milestones, lastChanges: _changes, members: _members, alerts: _alerts, ...body } = state;
  return body;
};

const writtenIn = ({ timeline }: Room): readonly WrittenEntry[] =>
  timeline.entries.filter((entry): entry is WrittenEntry => entry.origin === 'written');
