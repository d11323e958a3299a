import { describe, expect, it } from 'vitest';
import { beganApart, descriptionBeside, ruleBeside } from './alert-words.ts';

describe('an alert says nothing twice', () => {
  it.each([
    ['5xx high', '12 % of all requests', '12 % of all requests'],
    ['5xx high', '5xx high ', undefined],
    ['checkout: 5xx high', '5xx high', undefined],
    ['5xx high', '', undefined],
  ])('beside %j stands of %j: %j', (title, description, shown) => {
    expect(descriptionBeside({ title, description })).toBe(shown);
  });

  it('names the rule where the title does not', () => {
    const labels = { alertname: 'HighErrorRate' };
    expect(ruleBeside({ title: '5xx high', labels })).toBe('HighErrorRate');
    expect(ruleBeside({ title: 'HighErrorRate', labels })).toBeUndefined();
    expect(ruleBeside({ title: 'shop: higherrorrate', labels })).toBeUndefined();
    expect(ruleBeside({ title: '5xx high', labels: {} })).toBeUndefined();
  });

  it.each([
    [undefined, undefined],
    [1_000_000, undefined],
    [940_000, undefined],
    [400_000, 400_000],
  ])('that began at %s and came at 1000000 began apart at %s', (startedAt, apart) => {
    expect(beganApart({ firedAt: 1_000_000, ...(startedAt === undefined ? {} : { startedAt }) })).toBe(apart);
  });
});
