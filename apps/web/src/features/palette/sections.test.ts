import { describe, expect, it } from 'vitest';
import type { Group, PaletteItem } from './items.ts';
import { indexOf } from './search/palette-index.ts';
import { foundSections, restingSections } from './sections.ts';

const item = (group: Group, title: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id: `${group}/${title}`,
  group,
  title,
  mark: { is: 'group', group },
  choice: { does: 'back' },
  ...more,
});

const shape = (sections: ReturnType<typeof restingSections>) =>
  sections.map(({ value, items }) => [value, items.map(({ title }) => title)]);

describe('[KEY-21] before anything is typed', () => {
  const items = [
    item('commands', 'Barred', { blocked: 'for others' }),
    item('commands', 'Change severity'),
    item('here', 'Take command'),
    item('people', 'Ana', { onlyFound: true }),
    item('incidents', 'Checkout fails'),
  ];

  it('shows what the screen offers, what cannot be done below what can', () => {
    expect(shape(restingSections(items, []))).toEqual([
      ['here', ['Take command']],
      ['incidents', ['Checkout fails']],
      ['commands', ['Change severity', 'Barred']],
    ]);
  });

  it('begins with what was chosen lately, once each, as far as it can be done', () => {
    const recent = ['people/Ana', 'commands/Barred', 'gone', 'here/Take command'];
    expect(shape(restingSections(items, recent))).toEqual([
      ['recent', ['Ana', 'Take command']],
      ['incidents', ['Checkout fails']],
      ['commands', ['Change severity', 'Barred']],
    ]);
  });

  it('shows as much as can be looked over', () => {
    const many = Array.from({ length: 50 }, (_, number) => item('incidents', `Incident ${number}`));
    expect(restingSections(many, [])[0]?.items).toHaveLength(6);
  });
});

it('[KEY-21] the group with the best match comes first', () => {
  const items = [item('people', 'Sevda Ann'), item('commands', 'Sev'), item('people', 'Sevin')];
  expect(shape(foundSections(indexOf(items), 'sev', []))).toEqual([
    ['commands', ['Sev']],
    ['people', ['Sevin', 'Sevda Ann']],
  ]);
});
