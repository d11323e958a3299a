import type { UserId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, amendmentOf, draftOf, faultsOf, minutesIn, namesIn, proposalOf, withName } from './plan-draft.ts';

const ANA = 'ana' as UserId;

describe('a plan as it is typed', () => {
  it('[MIT-1] needs a title only', () => {
    expect(faultsOf({ ...EMPTY_DRAFT, title: ' ' })).toEqual(['title']);
    expect(faultsOf({ ...EMPTY_DRAFT, title: 'restart' })).toEqual([]);
    expect(proposalOf({ ...EMPTY_DRAFT, title: 'restart' })).toEqual({
      title: 'restart',
      risk: 'medium',
      services: [],
      expectedSignal: '',
      steps: '',
      rollback: '',
    });
  });

  it('[MIT-4] has services with commas between them, and minutes', () => {
    expect(namesIn(' api, db,, api ')).toEqual(['api', 'db']);
    expect(withName('api,', 'db')).toBe('api, db');
    expect(withName('', 'db')).toBe('db');
    expect(minutesIn('10', 1)).toBe(600_000);
    expect(minutesIn('0', 0)).toBe(0);
    for (const wrong of ['', '0', '1441', '1.5', 'ten']) expect(minutesIn(wrong, 1)).toBeUndefined();
    expect(faultsOf({ ...EMPTY_DRAFT, title: 'restart', timeBox: 'ten' })).toEqual(['timeBox']);
  });

  it('[MIT-6] clears what was emptied', () => {
    expect(amendmentOf({ ...EMPTY_DRAFT, title: 'restart' })).toMatchObject({
      owner: null,
      hypothesisId: null,
      timeBox: null,
    });
  });

  it('[MIT-86] is what was proposed before, with all that it said', () => {
    const draft = { ...EMPTY_DRAFT, title: 'restart', services: 'api, db', owner: ANA, timeBox: '10', steps: 'one' };
    const plan = proposalOf(draft);
    expect(plan).toMatchObject({ services: ['api', 'db'], owner: ANA, timeBox: 600_000, steps: 'one' });
    expect(draftOf(plan)).toEqual(draft);
  });
});
