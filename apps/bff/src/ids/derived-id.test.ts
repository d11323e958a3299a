import { AlertId } from '@sitrep/shared/kernel/ids';
import { expect, test } from 'vitest';
import { derivedId } from './derived-id.ts';

test('the same parts give the same id', () => {
  expect(derivedId('alert', 'a', 'b')).toBe(derivedId('alert', 'a', 'b'));
});

test('parts are told apart', () => {
  expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  expect(derivedId('a","b')).not.toBe(derivedId('a', 'b'));
});

test('a derived id is a UUID of version 8 in lower case, as ids of aggregates have to be', () => {
  const id = derivedId('alert', 'ünïcode \u0000 \ud800');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(AlertId.safeParse(id).success).toBe(true);
});
