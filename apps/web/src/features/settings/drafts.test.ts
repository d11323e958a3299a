import { describe, expect, it } from 'vitest';
import { initialSettings } from '@sitrep/shared/settings/state';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import {
  basedAnew,
  edited,
  isOvertaken,
  moved,
  replacedAt,
  settled,
  slugOf,
  withoutAt,
  type Standing,
} from './drafts.ts';

const { services } = DEFAULT_SETTINGS;
const mine = { ...services, critical: ['payments'] };
const theirs = { ...services, critical: ['ledger'] };
const saved = (value: typeof services, revision: number): Standing => ({
  values: { ...DEFAULT_SETTINGS, services: value },
  changes: { services: { revision, by: 'user/ben', at: 0 } },
});

describe('drafts of settings', () => {
  it('[SET-20] begin with the first change, and end where nothing differs', () => {
    const draft = edited('services', undefined, mine, initialSettings);
    expect(draft).toEqual({ value: mine, base: services, revision: 0 });
    expect(edited('services', draft, services, initialSettings)).toBeUndefined();
    expect(settled('services', draft, saved(mine, 1))).toBeUndefined();
    expect(settled('services', draft, initialSettings)).toBe(draft);
  });

  it('[SET-20] are overtaken by what somebody else saved, until that was seen', () => {
    const draft = edited('services', undefined, mine, initialSettings);
    if (draft === undefined) throw new Error('there is a draft');
    expect(isOvertaken('services', draft, initialSettings)).toBe(false);
    expect(isOvertaken('services', draft, saved(theirs, 1))).toBe(true);
    expect(isOvertaken('services', draft, saved(mine, 1))).toBe(false);
    const seen = basedAnew('services', draft, saved(theirs, 1));
    expect(seen).toEqual({ value: mine, base: theirs, revision: 1 });
    expect(isOvertaken('services', seen, saved(theirs, 1))).toBe(false);
  });

  it('[SET-22] give new things an id of their own', () => {
    expect(slugOf('Customer liaison', [])).toBe('customer-liaison');
    expect(slugOf('Ärzte & Co', [], 'x-')).toBe('x-a-rzte-co');
    expect(slugOf('Call', ['call', 'call-2'])).toBe('call-3');
    expect([slugOf('1. step', []), slugOf('?', [])]).toEqual(['step', 'new']);
  });

  it('[SET-22] move, replace and drop one of a list', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(replacedAt(['a', 'b'], 1, 'c')).toEqual(['a', 'c']);
    expect(withoutAt(['a', 'b'], 0)).toEqual(['b']);
  });
});
