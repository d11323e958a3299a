import { describe, expect, it } from 'vitest';
import type { WrittenKind } from '../timeline/values.ts';
import { isDeclared } from '../incidents/state.ts';
import { DEFAULT_SETTINGS } from '../settings/values.ts';
import { CAI, GUS, REN, testId } from '../testing/cast.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { declaredAs, held, INCIDENT, moved } from '../testing/incident-past.ts';
import { briefOf, type Brief } from './brief.ts';
import type { Room } from './room.ts';

let entries = 0x500;

const wrote = (
  kind: WrittenKind,
  text: string,
  more: Partial<Extract<Past, { type: 'timeline.entry-added' }>['data']> = {},
): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId((entries += 1)), kind, text, ...more },
});

const brief = (past: readonly Past[], minutes = past.length): Brief => {
  const stream = `incident/${INCIDENT}` as const;
  const room = foldFrozen(stream, recordedIn(stream, past)) as Room;
  const { incident, timeline } = room;
  if (!isDeclared(incident)) throw new Error('Nothing was declared.');
  const isActive = (id: string) => id !== GUS.id;
  return briefOf({
    incident,
    parts: room,
    settings: DEFAULT_SETTINGS,
    entries: timeline.entries,
    now: T0 + minutes * MINUTE,
    isActive,
  });
};

const plan = { expectedSignal: '', risk: 'low', services: [], steps: '', rollback: '' } as const;

const mitigationPast = (n: number, title: string) => {
  const about = { mitigationId: testId(0x700 + n), number: n, title };
  const approved: readonly Past[] = [
    {
      type: 'mitigation.proposed',
      data: { mitigationId: about.mitigationId, number: n, plan: { ...plan, services: [], title } },
    },
    { type: 'mitigation.approved', data: { ...about, revision: 1, despite: [], collisions: [] } },
  ];
  const started: Past = { type: 'mitigation.started', data: { ...about, executor: REN.id } };
  return { approved, started };
};

const testedPast = (n: number, text: string): readonly Past[] => {
  const about = { hypothesisId: testId(0x800 + n), number: n, text };
  return [
    { type: 'hypothesis.suggested', data: about },
    { type: 'hypothesis.test-started', data: { ...about, tester: REN.id, check: 'the log' } },
  ];
};

const LED = [declaredAs(), held('commander', CAI), held('communications-lead', REN)];

describe('the brief of an incident', () => {
  it('[BRIEF-1] tells the condition: severity, title, status, how long, services', () => {
    const services = ['checkout', 'payments', 'ledger'];
    const past = [declaredAs({ severity: 1, title: 'Checkout 5xx', services }), moved('detected', 'mitigating')];
    expect(brief(past, 41)).toMatchObject({
      key: 'INC-2026-0001',
      severity: 1,
      title: 'Checkout 5xx',
      status: 'mitigating',
      lastedMs: 41 * MINUTE,
      services: ['checkout', 'payments'],
      moreServices: 1,
    });
  });

  it('[BRIEF-2] tells the newest impact that stands, by when it happened', () => {
    const first = wrote('impact', 'One in ten checkouts fails', { confidence: 'believed' });
    const later = wrote('impact', 'Half of all fail');
    const told = wrote('impact', 'It began with few', { happenedAt: T0 });
    const { entryId } = (later as Extract<Past, { type: 'timeline.entry-added' }>).data;
    const retracted: Past = { type: 'timeline.entry-retracted', data: { entryId } };
    expect(brief([...LED, first, later, told]).impact).toEqual({ text: 'Half of all fail' });
    expect(brief([...LED, first, later, retracted, told]).impact).toEqual({
      text: 'One in ten checkouts fails',
      confidence: 'believed',
    });
  });

  it('[BRIEF-8][SIT-44] tells the impact of the document rather than an entry, and where it goes', () => {
    const changed = (changes: object): Past => ({
      type: 'situation.impact-changed',
      data: { revision: 1, changes, before: {} },
    });
    const entry = wrote('impact', 'Half of all fail', { confidence: 'believed' });
    expect(brief([...LED, entry, changed({ trend: 'worse' })]).impact).toEqual({
      text: 'Half of all fail',
      confidence: 'believed',
      trend: 'worse',
    });
    expect(brief([...LED, changed({ business: 'No orders.' }), entry]).impact).toEqual({ text: 'No orders' });
    expect(brief([...LED, changed({ users: 'Nobody can pay', business: 'x' })]).impact).toEqual({
      text: 'Nobody can pay',
    });
  });

  it('[BRIEF-9] tells what is being tried: the change under way, else one approved, and what is tested', () => {
    const [first, second] = [mitigationPast(1, 'Roll back to 77'), mitigationPast(2, 'Restart the pool')];
    const past = [...LED, wrote('decision', 'Fail over'), ...first.approved, ...second.approved];
    expect(brief(past).plan).toEqual({ status: 'approved', text: 'Restart the pool', more: 1 });
    const started = [...past, first.started];
    expect(brief(started)).toMatchObject({ plan: { status: 'executing', text: 'Roll back to 77', more: 0 } });
    expect(brief(started)).not.toHaveProperty('action');
    const tested = [...LED, wrote('decision', 'Fail over'), ...testedPast(1, 'The pool is too small for all of them')];
    expect(brief(tested)).toMatchObject({ testing: { text: 'The pool is too small for…', more: 0 } });
    expect(brief(tested)).not.toHaveProperty('action');
    expect(brief([...started, moved('detected', 'resolved')])).not.toHaveProperty('plan');
  });

  it('[BRIEF-15] tells what the room asked for and nobody has claimed', () => {
    const needed = (n: number, text: string): Past => ({
      type: 'need.raised',
      data: { needId: testId(n), number: n, text },
    });
    const claimed: Past = {
      type: 'need.claimed',
      data: { needId: testId(1), number: 1, text: 'a driver', userId: REN.id },
    };
    const past = [...LED, needed(1, 'a driver'), claimed, needed(2, 'b'), needed(3, 'c'), needed(4, 'd')];
    expect(brief(past).wanted).toEqual(['b', 'c']);
    expect(brief([...past, moved('detected', 'resolved')]).wanted).toEqual([]);
  });

  it('[BRIEF-16] tells in how long the next status update is due', () => {
    const due = brief([declaredAs({ severity: 1 })], 0).updateInMs ?? 0;
    expect(due).toBeGreaterThan(0);
    expect(brief([declaredAs({ severity: 1 })], 60).updateInMs).toBe(due - 60 * MINUTE);
    expect(brief([declaredAs({ severity: 4 })])).not.toHaveProperty('updateInMs');
    expect(brief([declaredAs({ severity: 1 }), moved('detected', 'resolved')])).not.toHaveProperty('updateInMs');
  });

  it('[BRIEF-3] tells what was done or decided last; a finding only when it is confirmed', () => {
    const decided = wrote('decision', 'Roll back to 77');
    const guess = wrote('finding', 'It is the pool', { confidence: 'believed' });
    expect(brief([...LED, decided, guess], 10).action).toEqual({
      kind: 'decision',
      text: 'Roll back to 77',
      agoMs: 7 * MINUTE,
    });
    const sure = wrote('finding', 'It is the lock', { confidence: 'confirmed' });
    expect(brief([...LED, decided, sure], 10).action).toMatchObject({ kind: 'finding', text: 'It is the lock' });
  });

  it('[BRIEF-4] asks for a commander who is there, and on SEV1 and SEV2 for somebody who talks to customers', () => {
    expect(brief([declaredAs()]).needs).toEqual(['commander', 'communications-lead']);
    expect(brief([declaredAs({ severity: 3 }), held('commander', GUS)]).needs).toEqual(['commander']);
    expect(brief(LED).needs).toEqual([]);
  });

  it('[BRIEF-5] asks for a decision once there was none for half an hour', () => {
    expect(brief(LED, 30).needs).toEqual([]);
    expect(brief(LED, 31).needs).toEqual(['decision']);
    expect(brief([...LED, wrote('decision', 'Fail over')], 33).needs).toEqual([]);
    expect(brief([...LED, wrote('decision', 'Fail over')], 34).needs).toEqual(['decision']);
    const { approved } = mitigationPast(1, 'Roll back');
    expect(brief([...LED, ...approved], 33).needs).toEqual([]);
  });

  it('[BRIEF-6] needs nothing any more once it is resolved, and lasted until then', () => {
    const past = [declaredAs(), moved('detected', 'resolved')];
    expect(brief(past, 600)).toMatchObject({ needs: [], lastedMs: MINUTE });
  });

  it('[BRIEF-7] keeps of long texts what can be taken in at once', () => {
    const long = wrote('impact', `${'word '.repeat(400)}\n\nend.`);
    const { impact, title } = brief([declaredAs({ title: 'Checkout fails.' }), long]);
    expect(impact?.text.split(' ')).toHaveLength(9);
    expect(impact?.text).toMatch(/word…$/);
    expect(title).toBe('Checkout fails');
  });
});
