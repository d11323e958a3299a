import type { UserId } from '@sitrep/shared/kernel/ids';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import { describe, expect, it } from 'vitest';
import { castOf, filterEntries, groupOf, type EntryFilter } from './entry-groups.ts';

const [ana, ben] = ['018cc251-0000-7000-8000-00000000000a', '018cc251-0000-7000-8000-00000000000b'] as UserId[] as [
  UserId,
  UserId,
];
const written = (id: string, more: object = {}) =>
  ({
    origin: 'written',
    id,
    kind: 'note',
    text: 'text',
    by: `user/${ana}`,
    pinned: false,
    ...more,
  }) as unknown as TimelineEntry;
const recorded = (id: string, type: string, data: object, more: object = {}) =>
  ({
    origin: 'recorded',
    id,
    by: 'system/alerts',
    pinned: false,
    fact: { type, data },
    ...more,
  }) as unknown as TimelineEntry;

const entries = [
  written('note'),
  written('decision', { kind: 'decision', by: `user/${ben}`, text: 'Roll checkout-api back', pinned: true }),
  written('file', { kind: 'file' }),
  written('quoted', { saidBy: { userId: ben } }),
  recorded('declared', 'incident.declared', { services: ['checkout-api', 'search'] }),
  recorded('alert', 'incident.alerts-joined', { alerts: [{ alertId: 'x', title: 'Slow', service: 'search' }] }),
  recorded('role', 'incident.role-changed', { role: 'commander', to: ben, move: 'assigned' }, { by: `user/${ana}` }),
];
const left = (filter: EntryFilter, always: readonly string[] = []) =>
  filterEntries(entries, filter, (id) => always.includes(id)).map(({ id }) => id);

describe('[VIEW-40] filters', () => {
  it('by kind; several kinds are one or the other', () => {
    expect(left({ kind: ['decision'] })).toEqual(['decision']);
    expect(left({ kind: ['decision', 'alert'] })).toEqual(['decision', 'alert']);
    expect(left({ kind: ['link'] })).toEqual(['file']);
    expect(left({ kind: ['state'] })).toEqual(['declared', 'role']);
  });

  it('by person: who wrote it, who said it, whom it is about', () => {
    expect(left({ by: ben })).toEqual(['decision', 'quoted', 'role']);
  });

  it('by service: facts about it, and texts that name it as a word', () => {
    expect(left({ service: 'checkout-api' })).toEqual(['decision', 'declared']);
    expect(left({ service: 'search' })).toEqual(['declared', 'alert']);
    const named = ['Search is down', 'research', 'check search_v2', 'the search.'].map((text) =>
      written(text, { text }),
    );
    expect(filterEntries(named, { service: 'search' }, () => false).map(({ id }) => id)).toEqual([
      'Search is down',
      'the search.',
    ]);
  });

  it('pinned only, and all of them together', () => {
    expect(left({ pinned: true })).toEqual(['decision']);
    expect(left({ pinned: true, by: ana })).toEqual([]);
  });

  it('[VIEW-41] what the reader has just written stays', () => {
    expect(left({ kind: ['decision'] }, ['note'])).toEqual(['note', 'decision']);
  });

  it('nothing chosen is the very same list', () => {
    expect(filterEntries(entries, { kind: [] }, () => false)).toBe(entries);
  });
});

it('every entry has a group', () => {
  expect(entries.map(groupOf)).toEqual(['note', 'decision', 'link', 'note', 'state', 'alert', 'state']);
});

it.each([
  ['hypothesis.test-started', 'hypothesis'],
  ['mitigation.approved', 'mitigation'],
  ['task.done', 'task'],
  ['follow-up.kept', 'task'],
  ['checklist.step-ticked', 'task'],
  ['need.raised', 'task'],
  ['update.published', 'update'],
  ['clock.ran-out', 'clock'],
  ['escalation.raised', 'clock'],
  ['situation.impact-changed', 'impact'],
  ['situation.link-added', 'link'],
  ['situation.criterion-met', 'state'],
  ['role.offered', 'state'],
  ['relation.added', 'state'],
])('[VIEW-40] %s is among the kind %s', (type, group) => {
  expect(groupOf(recorded('x', type, {}))).toBe(group);
});

it('[VIEW-40] facts about a person are theirs, whatever they are in it; those with a plan are about its services', () => {
  const facts = [
    recorded('test', 'hypothesis.test-started', { hypothesisId: 'h', tester: ben, check: 'logs' }),
    recorded('task', 'task.assigned', { taskId: 't', assignee: ben, text: 'x' }),
    recorded('plan', 'mitigation.proposed', { plan: { owner: ben, services: ['search'] } }),
    recorded('other', 'task.assigned', { taskId: 't', assignee: ana, text: 'x' }),
  ];
  const ids = (filter: EntryFilter) => filterEntries(facts, filter, () => false).map(({ id }) => id);
  expect(ids({ by: ben })).toEqual(['test', 'task', 'plan']);
  expect(ids({ service: 'search' })).toEqual(['plan']);
  expect(ids({ kind: ['task', 'hypothesis'] })).toEqual(['test', 'task', 'other']);
});

it('[VIEW-42] people and services to filter by are those of the timeline', () => {
  expect(castOf(entries)).toEqual({ people: [ana, ben], services: ['checkout-api', 'search'] });
});
