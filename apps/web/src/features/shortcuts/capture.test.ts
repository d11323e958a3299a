import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../ui/keys/settings.ts';
import { judge, withPress } from './capture.ts';

describe('pressing new keys', () => {
  it('takes one press or two, then begins anew', () => {
    const first = withPress('', 'g');
    const second = withPress(first, 'x');
    expect([first, second, withPress(second, 'c')]).toEqual(['g', 'g x', 'c']);
  });

  it.each([
    ['', { can: false, because: 'nothing' }],
    ['Tab', { can: false, because: 'reserved' }],
    ['i', { can: false, because: 'taken', by: 'take-command' }],
    ['c', { can: true }],
    ['q', { can: true }],
  ])('[KEY-8] judges “%s” for declaring', (keys, expected) => {
    expect(judge('declare', keys, DEFAULT_SETTINGS)).toEqual(expected);
  });
});
