import { expect, it } from 'vitest';
import type { QuickContext } from './area.ts';
import { updatesArea } from './updates.ts';

const context = {} as QuickContext;

it('[UPD-70] /update publishes to the organisation', () => {
  expect(updatesArea.parse('update', 'We look at it.', context)).toEqual({
    does: 'send',
    type: 'update.announce',
    command: { audience: 'internal', text: 'We look at it.' },
    says: 'update',
    values: {},
  });
});

it.each(['', 'x'.repeat(4_001)])('[UPD-70] /update wants a text that fits', (rest) => {
  expect(updatesArea.parse('update', rest, context)).toEqual({
    does: 'explain',
    problem: { code: 'usage', command: 'update' },
  });
});

it('[UPD-71] /public opens the composer with what was typed', () => {
  expect(updatesArea.parse('public', 'Logins fail.', context)).toEqual({
    does: 'open',
    opens: 'public-update',
    text: 'Logins fail.',
  });
});
