import { expect, it } from 'vitest';
import { markedParts } from './marked-text.ts';

const warning = (from: number, to: number) => ({ code: 'hedging', span: { from, to } }) as const;

it('[UPD-74] marks gaps and warnings in the text, and loses nothing of it', () => {
  const text = 'It should be fixed by {{next}}.';
  const parts = markedParts(text, [warning(3, 18), { code: 'no-impact' }]);
  expect(parts).toEqual([
    { text: 'It ' },
    { text: 'should be fixed', mark: 'warning' },
    { text: ' by ' },
    { text: '{{next}}', mark: 'gap' },
    { text: '.' },
  ]);
});

it('[UPD-74] marks that overlap are one', () => {
  const parts = markedParts('abcdef', [warning(0, 4), warning(2, 6)]);
  expect(parts).toEqual([{ text: 'abcd', mark: 'warning' }, { text: 'ef' }]);
});
