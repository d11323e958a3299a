import { describe, expect, it } from 'vitest';
import { writtenIn } from './written.ts';

describe('[KEY-26] a command together with its text', () => {
  it.each([
    ['note Rolled back to 77', 'note', 'Rolled back to 77'],
    ['write decision: We wait', 'decision', 'We wait'],
    ['service redis', 'service', 'redis'],
    ['Add service redis', 'service', 'redis'],
  ])('%s', (typed, as, text) => expect(writtenIn(typed)).toMatchObject({ as, text }));

  it.each(['note', 'note ', 'notebook fails', 'severity 3', 'change the title', 'link x', ''])('but not %j', (typed) =>
    expect(writtenIn(typed)).toBeUndefined(),
  );
});
