import { describe, expect, it } from 'vitest';
import type { WrittenKind } from '../timeline/values.ts';
import { isDeclared } from '../incidents/state.ts';
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
  const { incident, timeline } = foldFrozen(stream, recordedIn(stream, past)) as Room;
  if (!isDeclared(incident)) throw new Error('Nothing was declared.');
  const isActive = (id: string) => id !== GUS.id;
  return briefOf({ incident, entries: timeline.entries, now: T0 + minutes * MINUTE, isActive });
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
