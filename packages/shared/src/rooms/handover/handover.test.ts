import { describe, expect, it } from 'vitest';
import { isDeclared } from '../../incidents/state.ts';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { CAI, REN, ROZ, testId } from '../../testing/cast.ts';
import { given } from '../../testing/given.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../../testing/history.ts';
import { declaredAs, held, INCIDENT, incidentAt, moved } from '../../testing/incident-past.ts';
import { nextUpdateDueAt } from '../clocks/update-clocks.ts';
import type { Room } from '../room.ts';
import { handoverCard, LINES_AT_MOST, type DeclaredRoom } from './handover-card.ts';

const incidentId = INCIDENT;
const stream = `incident/${INCIDENT}` as const;

const roomAfter = (past: readonly Past[]): DeclaredRoom => {
  const room = foldFrozen(stream, recordedIn(stream, past)) as Room;
  if (!isDeclared(room.incident)) throw new Error('Nothing was declared.');
  return { ...room, incident: room.incident };
};
const card = (past: readonly Past[]) => handoverCard(roomAfter(past), DEFAULT_SETTINGS);

const DECLARED = declaredAs({ severity: 1, summary: 'Cards are refused', startedAt: T0 - MINUTE });

const criterion = (n: number): Past => ({
  type: 'situation.criterion-added',
  data: { criterionId: testId(n), text: `criterion ${n}` },
});
const suggested = (n: number): Past => ({
  type: 'hypothesis.suggested',
  data: { hypothesisId: testId(n), number: n, text: `idea ${n}` },
});
const idea = (n: number) => ({ hypothesisId: testId(n), number: n, text: `idea ${n}` });
const plan = { expectedSignal: '', risk: 'low', services: [], steps: '', rollback: '' } as const;
const proposed = (n: number): Past => ({
  type: 'mitigation.proposed',
  data: {
    mitigationId: testId(n),
    number: n,
    plan: { ...plan, services: [], title: `change ${n}`, owner: CAI.id, timeBox: 10 * MINUTE },
  },
});
const change = (n: number) => ({ mitigationId: testId(n), number: n, title: `change ${n}` });
const started = (n: number): Past => ({ type: 'mitigation.started', data: { ...change(n), executor: REN.id } });

describe('the handover card', () => {
  it('[HAND-1] tells the situation, the impact and the aims', () => {
    const past: readonly Past[] = [
      DECLARED,
      moved('detected', 'investigating'),
      {
        type: 'situation.impact-changed',
        data: { revision: 1, changes: { users: 'Nobody can pay', trend: 'worse' }, before: { users: '', trend: null } },
      },
      { type: 'situation.objectives-changed', data: { from: '', to: 'Serve again' } },
      criterion(1),
      { type: 'situation.criterion-met', data: { criterionId: testId(1), text: 'criterion 1' } },
      criterion(2),
      suggested(3),
      { type: 'hypothesis.confirmed', data: { ...idea(3), conclusion: 'seen in the log' } },
    ];
    expect(card(past)).toMatchObject({
      key: 'INC-2026-0001',
      title: 'Checkout fails',
      severity: 1,
      status: 'investigating',
      startedAt: T0 - MINUTE,
      summary: 'Cards are refused',
      impact: { users: 'Nobody can pay', business: '', numbers: [], trend: 'worse' },
      causes: ['idea 3'],
      objectives: 'Serve again',
      criteria: [
        { text: 'criterion 1', met: true },
        { text: 'criterion 2', met: false },
      ],
      hypotheses: [],
      leftOut: 0,
    });
  });

  it('[HAND-2] tells what goes on, with timers', () => {
    const past: readonly Past[] = [
      DECLARED,
      suggested(1),
      {
        type: 'hypothesis.test-started',
        data: { ...idea(1), tester: REN.id, check: 'the log', until: T0 + 30 * MINUTE },
      },
      suggested(2),
      proposed(3),
      started(3),
      proposed(4),
    ];
    expect(card(past)).toMatchObject({
      hypotheses: [
        { number: 1, text: 'idea 1', status: 'testing', tester: REN.id, until: T0 + 30 * MINUTE },
        { number: 2, text: 'idea 2', status: 'open' },
      ],
      mitigations: [
        { number: 3, title: 'change 3', status: 'executing', owner: REN.id, dueAt: T0 + 15 * MINUTE },
        { number: 4, title: 'change 4', status: 'proposed', owner: CAI.id },
      ],
      tried: [],
    });
  });

  it('[HAND-2] tells open tasks, with owner, time and whether they were acknowledged', () => {
    const about = (n: number) => ({ taskId: testId(n), number: n, text: `task ${n}` });
    const past: readonly Past[] = [
      DECLARED,
      { type: 'task.assigned', data: { ...about(1), assignee: REN.id, dueAt: T0 + MINUTE } },
      { type: 'task.acknowledged', data: { ...about(1) }, by: REN.actor.ref },
      { type: 'task.assigned', data: { ...about(2), assignee: ROZ.id } },
      { type: 'task.assigned', data: { ...about(3), assignee: ROZ.id } },
      { type: 'task.done', data: { ...about(3) }, by: ROZ.actor.ref },
    ];
    expect(card(past).tasks).toEqual([
      { number: 1, text: 'task 1', assignee: REN.id, dueAt: T0 + MINUTE, acknowledged: true },
      { number: 2, text: 'task 2', assignee: ROZ.id, acknowledged: false },
    ]);
  });

  it('[HAND-3] tells who does what, and what is missing', () => {
    const need = (n: number): Past => ({
      type: 'need.raised',
      data: { needId: testId(n), number: n, text: `need ${n}` },
    });
    const past: readonly Past[] = [
      DECLARED,
      held('commander', CAI),
      { type: 'responder.joined', data: { userId: REN.id } },
      need(1),
      need(2),
      { type: 'need.claimed', data: { needId: testId(2), number: 2, text: 'need 2', userId: ROZ.id } },
      need(3),
      { type: 'need.met', data: { needId: testId(3), number: 3, text: 'need 3' } },
    ];
    expect(card(past)).toMatchObject({
      roles: [{ role: 'commander', userId: CAI.id }],
      responders: [REN.id],
      needs: [
        { number: 1, text: 'need 1' },
        { number: 2, text: 'need 2', claimedBy: ROZ.id },
      ],
    });
  });

  it('[HAND-4] tells what was tried, in order, with what was seen', () => {
    const past: readonly Past[] = [
      DECLARED,
      proposed(1),
      started(1),
      { type: 'mitigation.executed', data: change(1) },
      { type: 'mitigation.verified', data: { ...change(1), outcome: 'ineffective', seen: 'still 38 %' } },
      suggested(2),
      { type: 'hypothesis.ruled-out', data: { ...idea(2), conclusion: 'the pool is empty' } },
      proposed(3),
      started(3),
      { type: 'mitigation.halted', data: { ...change(3), reason: 'it gets worse' } },
      proposed(4),
      { type: 'mitigation.rejected', data: { ...change(4), reason: 'too risky' } },
      proposed(5),
      { type: 'mitigation.halted', data: change(5) },
    ];
    expect(card(past).tried).toEqual([
      { kind: 'mitigation', number: 1, what: 'change 1', outcome: 'ineffective', seen: 'still 38 %' },
      { kind: 'hypothesis', number: 2, what: 'idea 2', outcome: 'ruled-out', seen: 'the pool is empty' },
      { kind: 'mitigation', number: 3, what: 'change 3', outcome: 'halted', seen: 'it gets worse' },
    ]);
  });

  it('[HAND-5] tells when the next update is due', () => {
    const due = nextUpdateDueAt(roomAfter([DECLARED]), DEFAULT_SETTINGS);
    expect(due).toBeDefined();
    expect(card([DECLARED]).nextUpdateDueAt).toBe(due);
    expect(card([declaredAs({ severity: 4 })])).not.toHaveProperty('nextUpdateDueAt');
  });

  it('[HAND-6] has the newest lines of each kind, and counts the others', () => {
    const many = Array.from({ length: LINES_AT_MOST + 2 }, (_, n) => criterion(n + 1));
    const { criteria, leftOut } = card([DECLARED, ...many, suggested(1)]);
    expect([criteria.length, criteria[0]?.text, leftOut]).toEqual([LINES_AT_MOST, 'criterion 3', 2]);
  });
});

describe('recording it', () => {
  it('[HAND-7] writes down the card as it is', () => {
    given([DECLARED])
      .when('handover.record', { incidentId }, { actor: REN.actor })
      .happens({ type: 'situation.handover-recorded', data: { card: card([DECLARED]) } })
      .leadsTo(({ situation, timeline }) => {
        expect(situation.handoverRecordedAt).toBe(T0 + MINUTE);
        expect(timeline.entries.at(-1)).toMatchObject({ fact: { type: 'situation.handover-recorded' } });
      });
  });

  it('[HAND-7][SIT-40] is not for what was never declared, or is closed', () => {
    given([]).when('handover.record', { incidentId }).isRefused('not-found', 'There is no such incident.');
    given(incidentAt('closed'))
      .when('handover.record', { incidentId })
      .isRefused('conflict', 'INC-2026-0001 is closed', { current: { status: 'closed' } });
  });
});
