import { describe, expect, it } from 'vitest';
import { isOvertaken, parseTextDraft } from './text-draft.ts';

describe('a draft of a text', () => {
  it.each([
    [undefined, undefined],
    ['{"text":"mine","base":""}', { text: 'mine', base: '' }],
    ['only text', { text: 'only text' }],
    ['{"other":1}', { text: '{"other":1}' }],
  ])('%j is read as %j', (stored, draft) => {
    expect(parseTextDraft(stored)).toEqual(draft);
  });

  it.each([
    ['is written over what stands', { text: 'mine', base: 'first' }, 'first', false],
    ['was overtaken', { text: 'mine', base: 'first' }, 'theirs', true],
    ['says what stands', { text: 'theirs\n', base: 'first' }, 'theirs', false],
    ['began with nobody knows what', { text: 'mine' }, 'first', true],
  ] as const)('[INC-16] %s', (_case, draft, current, overtaken) => {
    expect(isOvertaken(draft, current)).toBe(overtaken);
  });
});
