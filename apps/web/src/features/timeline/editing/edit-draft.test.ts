import type { EntryId, IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { describe, expect, it } from 'vitest';
import { draftOf, editDraftKey, editOf, isStale, parseEditDraft } from './edit-draft.ts';

const entry: WrittenEntry = {
  origin: 'written',
  id: 'e' as EntryId,
  version: 3,
  kind: 'note',
  text: 'Cause unknown',
  happenedAt: Date.UTC(2026, 10, 20, 14, 35, 2, 417),
  recordedAt: Date.UTC(2026, 10, 20, 14, 36),
  by: 'user/ana',
  pinned: false,
  revision: 2,
  history: [],
};

describe('[WRITE-24] the draft of an edit', () => {
  it('survives being stored', () => {
    const draft = { ...draftOf(entry), text: 'Cause: a disk', confidence: 'rumour' as const };
    expect(parseEditDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([undefined, '', 'not json', '{"text":1}', '[]'])('of %j is none', (stored) => {
    expect(parseEditDraft(stored)).toBeUndefined();
  });

  it('is of one user', () => {
    const keyOf = (user: string) => editDraftKey(user as UserId, 'i' as IncidentId, 'e' as EntryId);
    expect(keyOf('ana')).not.toBe(keyOf('ben'));
  });
});

describe('[WRITE-20] what an edit is based on', () => {
  it.each([
    [{}, false],
    [{ revision: 3, text: 'Cause: a disk' }, true],
    // One's own edit was foreseen as the next revision, and somebody else's became it.
    [{ text: 'Cause: a disk' }, true],
  ])('%j is stale: %s', (since, stale) => {
    expect(isStale(draftOf(entry), { ...entry, ...since })).toBe(stale);
  });

  it('what was not touched is left as it is', () => {
    expect(editOf(draftOf(entry), entry)).toEqual({
      baseRevision: 2,
      text: 'Cause unknown',
      kind: 'note',
      confidence: null,
    });
    const moved = { ...draftOf(entry), happened: '2026-11-20T14:30:00' };
    expect(editOf(moved, entry)).toHaveProperty('happenedAt', new Date('2026-11-20T14:30:00').getTime());
  });
});
