import { describe, expect, it } from 'vitest';
import { nextStep, openedByAlert, somebodyDeclared } from './progress.ts';

const row = (firing: number, resolved = 0) => ({ alerts: { firing, resolved } });
const step = (id: string, done: boolean, possible = true) => ({ id, done, possible });

describe('the first steps', () => {
  it('tell an incident that an alert opened from one that somebody declared', () => {
    expect(openedByAlert([row(0), row(0, 1)])).toEqual(row(0, 1));
    expect(openedByAlert([row(0)])).toBeUndefined();
    expect(somebodyDeclared([row(1)])).toBe(false);
    expect(somebodyDeclared([row(1), row(0)])).toBe(true);
  });

  it('point at the first that is open and can be done', () => {
    expect(nextStep([step('a', true), step('b', false, false), step('c', false)])).toBe('c');
    expect(nextStep([step('a', true)])).toBeUndefined();
  });
});
