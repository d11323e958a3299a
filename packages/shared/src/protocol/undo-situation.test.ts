import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import type { Room } from '../rooms/room.ts';
import type { Situation } from '../situation/state.ts';
import { CAST, REN, factsAbout, testId } from '../testing/cast.ts';
import { T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import type { CommandInput, CommandType, SitrepEvent } from './catalogue.ts';
import { decideCommand, parseCommand } from './decide-command.ts';
import { compensation } from './undo.ts';

const incidentId = INCIDENT;
const stream = `incident/${incidentId}` as const;
const by = REN.actor.ref;
const criterionId = testId(0x58);
const linkId = testId(0x59);

const ADDED: Past = { type: 'situation.criterion-added', data: { criterionId, text: 'Queue is empty' }, by };
const OTHER: Past = { type: 'situation.criterion-added', data: { criterionId: testId(0x5a), text: 'Other' }, by };
const MET: Past = { type: 'situation.criterion-met', data: { criterionId, text: 'Queue is empty' }, by };
const link = { linkId, kind: 'chat' as const, label: 'Chat', url: 'https://example.com/chat' };
const LINKED: Past = { type: 'situation.link-added', data: link, by };
const EXPECTED: Past = {
  type: 'situation.attention-set',
  data: { expected: true, reason: 'press', before: { expected: false } },
  by,
};

const roomAfter = (past: readonly Past[]): Room => foldFrozen(stream, recordedIn(stream, past)) as Room;

const decided = <T extends CommandType>(past: readonly Past[], type: T, input: CommandInput<T>): readonly Past[] => {
  const context = { actor: REN.actor, now: T0 + 1e9, facts: factsAbout(CAST) };
  const events = decideCommand(type, parseCommand(type, input), roomAfter(past), context);
  return [...past, ...events.map((event: SitrepEvent): Past => ({ ...event, by }))];
};

/** Without the traces of who changed what last. */
const essence = ({ impact, objectives, criteria, links, attention }: Situation) => {
  const { changes: _changes, revision: _revision, updatedAt: _at, updatedBy: _by, ...said } = impact;
  return {
    said,
    objectives,
    criteria: criteria.map(({ id, text, met }) => ({ id, text, met: met !== undefined })),
    links: links.map(({ change: _change, ...kept }) => kept),
    attention: attention === undefined ? undefined : { reason: attention.reason },
  };
};

type Case = { [T in CommandType]: readonly [past: readonly Past[], type: T, input: CommandInput<T>] }[CommandType];

const cases: readonly Case[] = [
  [
    [],
    'situation.change-impact',
    { incidentId, users: 'All', numbers: [{ label: 'a', value: '1' }], trend: 'worse', startedAt: T0, endedAt: T0 },
  ],
  [[], 'situation.change-objectives', { incidentId, objectives: 'Serve again' }],
  [[], 'situation.add-criterion', { incidentId, criterionId, text: 'Queue is empty' }],
  [[ADDED], 'situation.reword-criterion', { incidentId, criterionId, text: 'Queue is short' }],
  [[ADDED], 'situation.meet-criterion', { incidentId, criterionId }],
  [[ADDED, MET], 'situation.unmeet-criterion', { incidentId, criterionId }],
  [[ADDED, MET, OTHER], 'situation.remove-criterion', { incidentId, criterionId }],
  [[], 'situation.add-link', { incidentId, ...link }],
  [[LINKED], 'situation.remove-link', { incidentId, linkId }],
  [[], 'situation.set-attention', { incidentId, expected: true }],
  [[EXPECTED], 'situation.set-attention', { incidentId, expected: false, reason: 'calm' }],
  [[EXPECTED], 'situation.set-attention', { incidentId, expected: true, reason: 'television' }],
];

describe('taking back a change of the incident state document', () => {
  const table = cases.map(([former, type, input]) => ({ former, type, input, after: former.length }));

  it.each(table)('[SIT-43][UNDO-9] $type leads back, after $after others', ({ former, type, input }) => {
    const past = [DECLARED, ...former];
    const after = decided(past, type, input);
    expect(essence(roomAfter(after).situation)).not.toEqual(essence(roomAfter(past).situation));
    const steps = compensation(recordedIn(stream, after).slice(past.length));
    assert.equal(steps.length, 1);
    const undone = steps.reduce((happened, step) => decided(happened, step.type, step.command as never), after);
    expect(essence(roomAfter(undone).situation)).toEqual(essence(roomAfter(past).situation));
  });

  it('[SIT-43] leaves the meeting and the card as they are', () => {
    const about = (event: Past) => compensation(recordedIn(stream, [event]));
    expect(about({ type: 'situation.postmortem-scheduled', data: { meetsAt: T0 } })).toEqual([]);
    const [card] = decided([DECLARED], 'handover.record', { incidentId }).slice(1);
    assert(card !== undefined);
    expect(about(card)).toEqual([]);
  });
});
