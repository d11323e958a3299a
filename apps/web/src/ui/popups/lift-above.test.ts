import { describe, expect, it } from 'vitest';
import { liftAbove, type Box } from './lift-above.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const message = box(100, 600, 300, 700);

describe('a message', () => {
  it('[UI-15] stays where nothing is written', () => {
    expect(liftAbove(message, [])).toBe(0);
    expect(liftAbove(message, [box(0, 600, 90, 700), box(100, 100, 300, 500)])).toBe(0);
  });

  it('[UI-15] goes above the field that it would lie on', () => {
    expect(liftAbove(message, [box(0, 650, 400, 760)])).toBe(58);
  });

  it('[UI-15] goes above the next field too, where that is in its way', () => {
    expect(liftAbove(message, [box(0, 500, 400, 580), box(0, 650, 400, 760)])).toBe(208);
  });

  it('[UI-15] does not leave the screen', () => {
    expect(liftAbove(message, [box(0, 50, 400, 760)])).toBe(592);
  });
});
