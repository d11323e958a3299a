import type { AlertId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { draftFrom, emptyDraft, parseDraft, servicesOf } from './declare-draft.ts';

describe('drafts of a declaration', () => {
  it.each([
    ['', []],
    ['api', ['api']],
    [' api ,  web  shop,,api\nqueue', ['api', 'web shop', 'queue']],
  ])('reads the services of %j', (text, services) => {
    expect(servicesOf(text)).toEqual(services);
  });

  it('comes back from storage as it was', () => {
    const draft = { ...emptyDraft, title: 'x', severity: 1 } as const;
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([undefined, '', 'null', '{', '{"title":1}'])('takes %j for no draft', (stored) => {
    expect(parseDraft(stored)).toBeUndefined();
  });

  it('starts from what the alert says', () => {
    const alert = { alertId: 'a' as AlertId, title: '5xx high', description: 'over 5 %', service: 'checkout' };
    expect(draftFrom(alert)).toMatchObject({ title: '5xx high', services: 'checkout', summary: 'over 5 %' });
  });
});
