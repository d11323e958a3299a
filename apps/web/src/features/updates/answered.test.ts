import type { UpdateId } from '@sitrep/shared/kernel/ids';
import type { StatusUpdate } from '@sitrep/shared/updates/state';
import { describe, expect, it } from 'vitest';
import { answeredFor } from './answered.ts';

const approved = {
  id: 'u1' as UpdateId,
  number: 1,
  audience: 'external',
  status: 'approved',
  content: { text: 'Paying fails.', components: [] },
  revision: 1,
  draftedBy: 'user/cleo',
  draftedAt: 0,
  revisedBy: 'user/ben',
  revisedAt: 0,
  approved: { by: 'user/ana', at: 1 },
} as const satisfies StatusUpdate;

const { approved: _, ...unapproved } = approved;
const changes = { by: 'user/ana', at: 2, reason: 'No times' } as const;
const sentBack: StatusUpdate = { ...unapproved, status: 'draft', changesRequested: changes };

describe('[UPD-75] who wrote a public update is told what was decided on it', () => {
  it.each(['user/cleo', 'user/ben'] as const)('once it is approved, to %s who wrote at it', (writer) => {
    expect(answeredFor({ items: [approved] }, writer)).toBe(approved);
  });

  it('with what is to change, where it was sent back', () => {
    expect(answeredFor({ items: [sentBack] }, 'user/cleo')).toBe(sentBack);
  });

  it('of several the newest', () => {
    const later = { ...approved, id: 'u2' as UpdateId, number: 2 };
    expect(answeredFor({ items: [approved, later] }, 'user/cleo')).toBe(later);
  });

  it.each([
    ['somebody else wrote it', approved, 'user/ana'],
    ['nothing is decided yet', { ...unapproved, status: 'in-review' }, 'user/cleo'],
    ['it is a draft that was never shown', { ...unapproved, status: 'draft' }, 'user/cleo'],
    ['it leaves', { ...approved, status: 'publishing', leavesAt: 9, by: 'user/cleo', before: 'approved' }, 'user/cleo'],
    ['it was published', { ...approved, status: 'published', publishedAt: 9, by: 'user/cleo' }, 'user/cleo'],
  ] as const)('nothing where %s', (_why, update, reader) => {
    expect(answeredFor({ items: [update] }, reader)).toBeUndefined();
  });
});
