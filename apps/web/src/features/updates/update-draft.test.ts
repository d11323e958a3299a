import type { IncidentId, UpdateId, UserId } from '@sitrep/shared/kernel/ids';
import type { StatusUpdate } from '@sitrep/shared/updates/state';
import { describe, expect, it } from 'vitest';
import {
  contentOf,
  draftOfContent,
  draftOfUpdate,
  isOvertaken,
  isSameContent,
  obstacle,
  parseUpdateDraft,
  updateDraftKey,
} from './update-draft.ts';

const update: StatusUpdate = {
  id: 'u' as UpdateId,
  number: 1,
  audience: 'external',
  status: 'draft',
  content: {
    text: 'Logins fail.',
    components: [{ name: 'Login', state: 'outage' }],
    nextAt: new Date('2026-11-20T15:30').getTime(),
    templateId: 'external-investigating',
  },
  revision: 2,
  draftedBy: 'user/ana',
  draftedAt: 0,
  revisedBy: 'user/ana',
  revisedAt: 0,
};

describe('[UPD-72] what is written stays on this device until it is saved', () => {
  it('survives being stored', () => {
    const draft = draftOfUpdate(update);
    expect(parseUpdateDraft(JSON.stringify(draft))).toEqual(draft);
    expect(contentOf(draft)).toEqual(update.content);
  });

  it.each([undefined, '', 'no json', '{"text":1}'])('of %j is none', (stored) => {
    expect(parseUpdateDraft(stored)).toBeUndefined();
  });

  it('is of one user, and of one draft', () => {
    const key = (user: string, about: string) => updateDraftKey(user as UserId, 'i' as IncidentId, about);
    expect(new Set([key('ana', 'u'), key('ben', 'u'), key('ana', 'new-internal')]).size).toBe(3);
  });
});

describe('what commands take of it', () => {
  it('[UPD-1] leaves out components without a name, and a time that was cleared', () => {
    const draft = {
      ...draftOfContent(update.content),
      next: '',
      components: [
        { name: ' Login ', state: 'outage' as const },
        { name: '  ', state: 'degraded' as const },
      ],
    };
    expect(contentOf(draft)).toEqual({
      text: 'Logins fail.',
      components: [{ name: 'Login', state: 'outage' }],
      templateId: 'external-investigating',
    });
  });

  it('[UPD-5] the template alone makes no other content', () => {
    const { templateId: _template, ...same } = update.content;
    expect(isSameContent(update.content, same)).toBe(true);
    expect(isSameContent(update.content, { ...same, components: [] })).toBe(false);
    expect(isSameContent(update.content, { ...same, nextAt: 1 })).toBe(false);
  });
});

it.each([
  [{}, false],
  [{ revision: 3, content: { ...update.content, text: 'Nobody can log in.' } }, true],
  [{ revision: 3 }, false],
  [{ revision: 3, content: { ...update.content, components: [] } }, true],
])('[UPD-73] a draft that %j is overtaken: %s', (since, expected) => {
  expect(isOvertaken(draftOfUpdate(update), { ...update, ...since })).toBe(expected);
});

describe('[UPD-35] what keeps it from going out', () => {
  const NOW = update.content.nextAt ?? 0;
  it.each([
    [{ text: '  ', components: [] }, { code: 'empty' }],
    [
      { text: 'Because of {{cause}}', components: [] },
      { code: 'gap', gap: '{{cause}}' },
    ],
    [{ text: 'Logins fail.', components: [], nextAt: NOW }, { code: 'nextPassed' }],
    [{ text: 'Logins fail.', components: [], nextAt: NOW + 1 }, undefined],
  ])('%j: %j', (content, expected) => {
    expect(obstacle(content, NOW)).toEqual(expected);
  });
});
