import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import type { PaletteItem } from '../items.ts';

/** Open incidents: found by key, title and services; choosing one opens its room. */
export const incidentItems = (rows: readonly BoardRow[], words: (row: BoardRow) => string): readonly PaletteItem[] =>
  rows.map((row) => ({
    id: `incident/${row.id}`,
    group: 'incidents',
    title: row.title,
    keywords: [row.key, `sev${row.severity}`, row.status, ...row.services].join(' '),
    detail: `${row.key} · ${words(row)}`,
    weight: 1 - row.severity / 10,
    mark: { is: 'severity', severity: row.severity },
    choice: { does: 'go', place: { to: 'incident', key: row.key } },
  }));

export const personItems = (people: Iterable<PersonRow>): readonly PaletteItem[] =>
  [...people]
    .filter(({ active }) => active)
    .map(({ id, name, handle }) => ({
      id: `person/${id}`,
      group: 'people',
      title: name,
      keywords: `@${handle}`,
      detail: `@${handle}`,
      mark: { is: 'person', name },
      onlyFound: true,
      choice: { does: 'show', subject: { thing: 'person', value: id, name, place: { to: 'people' } } },
    }));

export const servicesOf = (rows: readonly BoardRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ services }) => services)),
];

export const serviceItems = (services: readonly string[]): readonly PaletteItem[] =>
  services.map((service) => ({
    id: `service/${service}`,
    group: 'services',
    title: service,
    mark: { is: 'group', group: 'services' },
    onlyFound: true,
    choice: {
      does: 'show',
      subject: { thing: 'service', value: service, name: service, place: { to: 'board-of', text: service } },
    },
  }));

export const alertItems = (rows: readonly AlertRow[]): readonly PaletteItem[] =>
  rows
    .filter(({ status }) => status !== 'resolved')
    .map(({ id, title, service = '' }) => ({
      id: `alert/${id}`,
      group: 'alerts',
      title,
      keywords: service,
      detail: service,
      mark: { is: 'group', group: 'alerts' },
      onlyFound: true,
      choice: { does: 'show', subject: { thing: 'alert', value: id, name: title, place: { to: 'alerts' } } },
    }));
