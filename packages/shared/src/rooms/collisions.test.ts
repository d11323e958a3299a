import { describe, expect, it } from 'vitest';
import { testId } from '../testing/cast.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { INCIDENT } from '../testing/incident-past.ts';
import { COMMANDED, M1, M2, approved, planOf, proposed } from '../testing/mitigation-past.ts';
import { collisionsOf } from './collisions.ts';
import type { Room } from './room.ts';

const stream = `incident/${INCIDENT}` as const;
const roomAfter = (...past: readonly Past[]): Room =>
  foldFrozen(stream, recordedIn(stream, [...COMMANDED, ...past])) as Room;

const target = (...services: string[]) => ({ id: M1, plan: planOf({ services }) });
const NOW = T0 + 60 * MINUTE;

const change = (text: string, happenedAt = T0, kind: 'change' | 'note' = 'change'): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId(0x51), kind, text, happenedAt },
});

describe('what collides with a mitigation', () => {
  it('[MIT-40] names the other one, and the services that both are on', () => {
    const room = roomAfter(proposed({ services: ['API', 'db'] }, M2), approved(M2), proposed({ services: ['api'] }));
    expect(collisionsOf(room, target('api'), NOW).mitigations).toMatchObject([
      { mitigation: { id: M2 }, services: ['API'] },
    ]);
  });

  it('[MIT-41] related services count as the same', () => {
    const room = roomAfter(proposed({ services: ['db'] }, M2), approved(M2));
    const relatedServices = (name: string): readonly string[] => (name === 'api' ? ['DB'] : []);
    expect(collisionsOf(room, target('api'), NOW).mitigations).toEqual([]);
    expect(collisionsOf(room, target('api'), NOW, { relatedServices }).mitigations).toMatchObject([
      { mitigation: { id: M2 }, services: ['db'] },
    ]);
  });

  it.each([
    ['Deployed api 1.2.3', 'api'],
    ['API: new flag', 'api'],
    ['(api) rolled', 'api'],
    ['restarted api.', 'api'],
    ['payments/v2 is out', 'payments/v2'],
    ['checkout-gateway: 3 pods', 'checkout-gateway'],
    ['rolled a.b*c (v1)', 'a.b*c (v1)'],
  ])('[MIT-42] “%s” is a change on %s', (text, service) => {
    expect(collisionsOf(roomAfter(change(text)), target(service), NOW).changes).toEqual([
      { entryId: testId(0x51), happenedAt: T0, text, service },
    ]);
  });

  it.each([
    ['another service', change('Deployed api-gateway')],
    ['a part of a word', change('A rapid deploy')],
    ['a name within a name', change('Deployed internal.api')],
    ['no change', change('api looks slow', T0, 'note')],
    ['too long ago', change('Deployed api', NOW - 121 * MINUTE)],
  ])('[MIT-42] %s is none', (_what, past) => {
    expect(collisionsOf(roomAfter(past), target('api'), NOW).changes).toEqual([]);
  });

  it('[MIT-42] what was retracted is none; of others the newest comes first', () => {
    const retracted: Past = { type: 'timeline.entry-retracted', data: { entryId: testId(0x51) } };
    expect(collisionsOf(roomAfter(change('Deployed api'), retracted), target('api'), NOW).changes).toEqual([]);
    const later: Past = {
      type: 'timeline.entry-added',
      data: { entryId: testId(0x52), kind: 'change', text: 'api again', happenedAt: T0 + MINUTE },
    };
    const { changes } = collisionsOf(roomAfter(change('Deployed api'), later), target('api'), NOW);
    expect(changes.map(({ text }) => text)).toEqual(['api again', 'Deployed api']);
  });
});
