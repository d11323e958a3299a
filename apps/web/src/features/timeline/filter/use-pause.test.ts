import { expect, it } from 'vitest';
import type { RoomEntry } from '../../../live/live-client.ts';
import { freeze, heldBack } from './use-pause.ts';

const ME = 'user/me';
const entry = (id: string, version: number, more: object = {}) =>
  ({ id, version, by: 'user/ben', text: id, ...more }) as unknown as RoomEntry;

it('[VIEW-50] while paused nothing of others comes or changes; own entries and earlier pages do', () => {
  const [a, b] = [entry('a', 5), entry('b', 6)];
  const frozen = freeze([a, b]);
  const mine = entry('mine', 8, { by: ME, delivery: 'pending' });
  const older = entry('older', 2);
  const shown = heldBack([older, { ...a, text: 'edited' } as RoomEntry, b, entry('c', 7), mine], frozen, ME);
  expect(shown).toEqual([older, a, b, mine]);
  expect(shown[1]).toBe(a);
});
