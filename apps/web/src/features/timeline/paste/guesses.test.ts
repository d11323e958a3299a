import type { UserId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { guessKind } from './guess-kind.ts';
import { personMatcher } from './match-person.ts';

it.each([
  ['decided to fail over', 'decision'],
  ['We agreed: no deploys today', 'decision'],
  ['Deployed 78 to production', 'change'],
  ['I just restarted db1', 'change'],
  ['Rolled back to 77', 'change'],
  ['Customers cannot pay', 'impact'],
  ['Root cause is the pool', 'finding'],
  ['https://grafana.example/d/42', 'link'],
  ['looking', 'note'],
  ['is it deployed?', 'note'],
])('[WRITE-67] %j is probably a %s', (text, kind) => {
  expect(guessKind(text)).toBe(kind);
});

describe('[WRITE-68] who said it', () => {
  const person = (id: string, name: string, handle: string) => ({ id: id as UserId, name, handle });
  const match = personMatcher([
    person('1', 'Ana Ruiz', 'ana'),
    person('2', 'Ben Okafor', 'bo'),
    person('3', 'Zoë Ng', 'zoe'),
    person('4', 'Ben Smith', 'smith'),
  ]);
  it.each([
    ['ana', '1'],
    ['@ana', '1'],
    ['ANA RUIZ', '1'],
    ['Okafor, Ben', '2'],
    ['bo', '2'],
    ['Zoe', '3'],
    ['Ben', undefined],
    ['Nobody', undefined],
  ])('%j', (called, id) => {
    expect(match(called)?.id).toBe(id);
  });
});
