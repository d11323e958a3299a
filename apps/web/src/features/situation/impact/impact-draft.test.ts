import { NO_IMPACT, type Impact } from '@sitrep/shared/situation/state';
import { describe, expect, it } from 'vitest';
import {
  changesOf,
  draftOf,
  hasIncomplete,
  overtakenIn,
  parseImpactDraft,
  shownDraft,
  takingTheirs,
  withField,
} from './impact-draft.ts';

const change = { by: 'user/bo', at: 1, commandId: 'c', back: [] } as const;
const written: Impact = { ...NO_IMPACT, users: 'Some', revision: 1, changes: { users: { ...change, revision: 1 } } };
const theirs: Impact = {
  ...written,
  users: 'Theirs',
  business: 'No orders',
  revision: 2,
  changes: { users: { ...change, revision: 2 }, business: { ...change, revision: 2 } },
};

describe('a draft of the impact', () => {
  it('[SIT-2] asks for what its writer changed, and nothing else', () => {
    expect(changesOf(draftOf(written))).toEqual({});
    const draft = withField(withField(draftOf(written), 'users', 'All\n'), 'endedAt', '');
    expect(changesOf(draft)).toEqual({ users: 'All', endedAt: null });
    const at = new Date('2026-11-20T14:35:00').getTime();
    expect(changesOf(withField(draft, 'startedAt', '2026-11-20T14:35'))).toMatchObject({ startedAt: at });
  });

  it('[SIT-1] drops numbers that say nothing, and tells of half ones', () => {
    const draft = withField(draftOf(written), 'numbers', [
      { label: ' failed ', value: '38 %' },
      { label: '', value: ' ' },
    ]);
    expect(changesOf(draft)).toEqual({ numbers: [{ label: 'failed', value: '38 %' }] });
    expect(hasIncomplete(draft)).toBe(false);
    expect(hasIncomplete(withField(draft, 'numbers', [{ label: 'failed', value: '' }]))).toBe(true);
  });

  it('[SIT-5] knows what others wrote since, where it is not the same', () => {
    const mine = withField(draftOf(written), 'users', 'Mine');
    expect(overtakenIn(mine, written)).toEqual([]);
    expect(overtakenIn(mine, theirs)).toEqual(['users']);
    expect(overtakenIn(withField(mine, 'users', 'Theirs'), theirs)).toEqual([]);
    expect(overtakenIn(withField(draftOf(written), 'reputation', 'News'), theirs)).toEqual([]);
  });

  it('[SIT-5] shows what others wrote where its writer did not write', () => {
    const mine = withField(draftOf(written), 'users', 'Mine');
    expect(shownDraft(mine, theirs)).toMatchObject({ users: 'Mine', business: 'No orders', base: 1 });
    const given = takingTheirs(mine, theirs, ['users']);
    expect(shownDraft(given, theirs)).toMatchObject({ users: 'Theirs', base: 2, touched: [] });
  });

  it('[SIT-5] is kept, and forgotten where it cannot be read', () => {
    const mine = withField(draftOf(written), 'users', 'Mine');
    expect(parseImpactDraft(JSON.stringify(mine))).toEqual(mine);
    expect(parseImpactDraft(undefined)).toBeUndefined();
    expect(parseImpactDraft('{')).toBeUndefined();
    expect(parseImpactDraft('{"users":1}')).toBeUndefined();
  });
});
