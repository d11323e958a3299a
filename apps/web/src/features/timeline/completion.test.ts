import { emptyParts, type RoomParts } from '@sitrep/shared/rooms/room';
import { describe, expect, it } from 'vitest';
import { complete } from './completion.ts';

const known = {
  people: [
    { handle: 'ana', name: 'Ana Ruiz' },
    { handle: 'bo', name: 'Bo Anders' },
  ],
  services: ['checkout-api', 'Payments'],
  moves: ['identified', 'detected'],
} as const;

const inserts = (text: string) => complete(text, text.length, known).suggestions.map(({ insert }) => insert);

describe('completion', () => {
  it.each([
    ['/s', ['/sev ', '/status ', '/service ', '/scribe @', '/start ', '/standdown ']],
    ['/ic', []],
    ['/ic ', ['@ana ', '@bo ']],
    ['/ic @an', ['@ana ', '@bo ']],
    ['/ic @ana', []],
    ['ask @and', ['@bo ']],
    ['/status ', ['detected ', 'identified ']],
    ['/status id', ['identified ']],
    ['/sev ', ['1 ', '2 ', '3 ', '4 ']],
    ['/finding ', []],
    ['/finding con', ['confirmed ']],
    ['/service ', ['checkout-api ', 'Payments ']],
    ['/service api', ['checkout-api ']],
    ['errors in #pay', ['Payments ']],
    ['errors in #checkout-a', ['checkout-api ']],
    ['# heading', []],
    ['#', []],
    ['plain text', []],
    ['see /s', []],
  ])('after %j suggests %j', (text, expected) => {
    expect(inserts(text)).toEqual(expected);
  });

  it.each([
    ['/start ', ['M2 ']],
    ['/approve ', ['M1 ', 'M10 ']],
    ['/approve m', ['M1 ', 'M10 ']],
    ['/approve m1', []],
    ['/approve 1', []],
    ['/approve 10', []],
    ['/approve res', ['M1 ']],
    ['/approve M1 res', []],
    ['/propose ', []],
  ])('[MIT-89] after %j suggests %j', (text, expected) => {
    const item = (number: number, status: string, title: string) => ({ number, status, plan: { title } });
    const items = [item(1, 'proposed', 'Restart'), item(2, 'approved', 'Scale'), item(10, 'proposed', 'Roll back')];
    const parts = { ...emptyParts, mitigations: { items } } as unknown as RoomParts;
    expect(complete(text, text.length, { ...known, parts }).suggestions.map(({ insert }) => insert)).toEqual(expected);
  });

  it('replaces only the word at the caret', () => {
    const text = 'ask @an about it';
    expect(complete(text, 7, known)).toMatchObject({ from: 4, to: 7 });
  });
});
