import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { compareBoardRows, type BoardRow } from '@sitrep/shared/board/board-row';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow, TeamRow } from '@sitrep/shared/people/person-row';
import type { Rows } from './list-fold.ts';
import type { SettingsRow } from '@sitrep/shared/protocol/topics';
import { initialSettings } from '@sitrep/shared/settings/state';
import type { AlertsView, BoardView, PeopleView, SettingsView } from './live-client.ts';
import { keepSame } from './same.ts';
import { keepRows, type ListView } from './live-list.ts';

type Status = ListView['status'];

const sorted = <Row>(rows: Rows, compare: (a: Row, b: Row) => number): readonly Row[] =>
  ([...rows.values()] as unknown as Row[]).toSorted(compare);

const compareAlertRows = (a: AlertRow, b: AlertRow): number =>
  Number(a.status === 'resolved') - Number(b.status === 'resolved') || b.firedAt - a.firedAt || (a.id < b.id ? -1 : 1);

export const emptyBoard: BoardView = { status: 'loading', rows: [] };
export const boardView = (status: Status, rows: Rows, former: BoardView): BoardView => ({
  status,
  rows: keepRows(former.rows, sorted<BoardRow>(rows, compareBoardRows)),
});

export const emptyAlerts: AlertsView = { status: 'loading', rows: [] };
export const alertsView = (status: Status, rows: Rows, former: AlertsView): AlertsView => ({
  status,
  rows: keepRows(former.rows, sorted<AlertRow>(rows, compareAlertRows)),
});

export const emptyPeople: PeopleView = { status: 'loading', people: new Map(), teams: [] };
export const peopleView = (status: Status, rows: Rows, former: PeopleView): PeopleView => {
  const all = [...rows.values()] as (PersonRow | TeamRow)[];
  const people = new Map<UserId, PersonRow>();
  const teams: TeamRow[] = [];
  for (const row of all) {
    if (row.kind === 'person') people.set(row.id, row);
    else teams.push(row);
  }
  return { status, people, teams: keepRows(former.teams, teams) };
};

export const emptySettings: SettingsView = { status: 'loading', ...initialSettings };
export const settingsView = (status: Status, rows: Rows, former: SettingsView): SettingsView => {
  const [row] = [...rows.values()] as unknown as SettingsRow[];
  if (row === undefined) return { ...former, status };
  return { status, values: keepSame(former.values, row.values), changes: keepSame(former.changes, row.changes) };
};
