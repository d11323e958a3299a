import type { ActorRef } from '@sitrep/shared/kernel/event';
import { describe, expect, it } from 'vitest';
import type { RoomEntry } from '../../../live/live-client.ts';
import { alarmsOf, digestOf, newsAfter } from './digest.ts';

const ME = 'user/018cc251-0000-7000-8000-00000000000a' as ActorRef;
const entry = (version: number, more: object = {}) =>
  ({ origin: 'written', id: `e${version}`, version, by: 'user/ben', ...more }) as unknown as RoomEntry;
const fact = (version: number, type: string, data: object, more: object = {}) =>
  entry(version, { origin: 'recorded', fact: { type, data }, ...more });

describe('[VIEW-60] what a screen reader is told', () => {
  it('counts what others wrote, and none of my own', () => {
    const mine = [entry(4, { by: ME }), entry(5, { by: ME, delivery: 'pending' })];
    expect(newsAfter([entry(1), entry(2), entry(3), ...mine], 1, ME).map(({ version }) => version)).toEqual([2, 3]);
  });

  it('says what severity and status have come to', () => {
    const news = [
      fact(2, 'incident.severity-changed', { from: 3, to: 2 }),
      entry(3),
      fact(4, 'incident.severity-changed', { from: 2, to: 1 }),
      fact(5, 'incident.status-changed', { from: 'detected', to: 'mitigating' }),
    ];
    expect(digestOf(news)).toEqual({ count: 4, severity: 1, status: 'mitigating' });
    expect(digestOf([entry(2)])).toEqual({ count: 1 });
  });

  it('[VIEW-61] does not wait with SEV1 and with a role that is given to me', () => {
    const news = [
      fact(2, 'incident.severity-changed', { from: 2, to: 1 }),
      fact(3, 'incident.severity-changed', { from: 1, to: 2 }),
      fact(4, 'incident.role-changed', { role: 'scribe', to: ME.slice(5), move: 'assigned' }),
      fact(5, 'incident.role-changed', {
        role: 'deputy',
        to: '018cc251-0000-7000-8000-00000000000b',
        move: 'assigned',
      }),
    ];
    expect(alarmsOf(news, ME)).toEqual([{ kind: 'raised' }, { kind: 'role', role: 'scribe' }]);
    const asked = fact(6, 'role.offered', { role: 'commander', to: ME.slice(5), kind: 'handover' });
    expect(alarmsOf([asked], ME)).toEqual([{ kind: 'asked', role: 'commander' }]);
  });
});
