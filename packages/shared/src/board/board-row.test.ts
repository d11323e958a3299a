import { describe, expect, it } from 'vitest';
import type { IncidentId, UserId } from '../kernel/ids.ts';
import { DEFAULT_SETTINGS } from '../settings/values.ts';
import { CAI, REN, SYSTEM } from '../testing/cast.ts';
import { at, declaredWith, minute, published, resolvedAt, roomOf } from '../testing/clock-past.ts';
import type { Past } from '../testing/history.ts';
import { held, incidentAt } from '../testing/incident-past.ts';
import { AT } from '../testing/mitigation-past.ts';
import { boardOrder, boardRow, type BoardRow } from './board-row.ts';

const row = (id: string, part: Partial<BoardRow>): BoardRow => ({
  id: id as IncidentId,
  key: 'INC-2026-0001',
  title: id,
  severity: 2,
  status: 'detected',
  declaredAt: 0,
  statusSince: 0,
  services: [],
  roles: {},
  alerts: { firing: 0, resolved: 0 },
  suggestsResolve: false,
  private: false,
  lastUpdateAt: {},
  executing: 0,
  commanderAway: false,
  ...part,
});
const by = (name: string): Partial<BoardRow> => ({ roles: { commander: name as UserId } });

/** INC-… declared at `T0`, and what its row shows. */
const rowOf = (past: readonly Past[], settings = DEFAULT_SETTINGS) => boardRow(roomOf(past), settings);
const LED = [declaredWith(1), at(1, held('commander', CAI))];

describe('a row of the board', () => {
  it('[BV-40] tells when each audience was told something last, and when the next word is due', () => {
    expect(rowOf(LED)).toMatchObject({ lastUpdateAt: {}, nextUpdate: { amberAt: minute(4), dueAt: minute(5) } });
    expect(rowOf([...LED, ...published('internal', 4), ...published('external', 9)])).toMatchObject({
      lastUpdateAt: { internal: minute(4), external: minute(9) },
      nextUpdate: { amberAt: minute(20), dueAt: minute(24) },
    });
    expect(rowOf([declaredWith(4)])?.nextUpdate).toBeUndefined();
  });

  it('[BV-40] tells until when it is to be acknowledged', () => {
    expect(rowOf([declaredWith(1)])?.acknowledge).toEqual({ amberAt: minute(4), dueAt: minute(5) });
    expect(rowOf(LED)?.acknowledge).toBeUndefined();
  });

  it('[BV-40] tells of an escalation, until it is stood down or resolved', () => {
    const escalated: Past = at(9, { type: 'escalation.raised', data: { reason: 'many customers' } });
    expect(rowOf([...LED, escalated])?.escalatedAt).toBe(minute(9));
    expect(
      rowOf([...LED, escalated, at(12, { type: 'escalation.ended', data: { reason: 'calm' } })])?.escalatedAt,
    ).toBe(undefined);
    expect(rowOf([...LED, escalated, resolvedAt(12)])?.escalatedAt).toBeUndefined();
  });

  it('[BV-40] counts changes of production under way', () => {
    expect(rowOf(LED)?.executing).toBe(0);
    expect(rowOf([...LED, ...AT.executing])?.executing).toBe(1);
    expect(rowOf([...LED, ...AT.executed])?.executing).toBe(0);
  });

  it('[BV-40] tells of an absent commander, and of who is asked to take over', () => {
    const away: Past = { type: 'commander.went-away', data: { userId: CAI.id, since: minute(5) }, by: SYSTEM.ref };
    const asked: Past = {
      type: 'role.offered',
      data: { role: 'commander', from: CAI.id, to: REN.id, kind: 'handover' },
    };
    expect(rowOf(LED)?.commanderAway).toBe(false);
    expect(rowOf([...LED, at(10, away)])?.commanderAway).toBe(true);
    expect(rowOf([...LED, at(10, asked)])?.commandOfferedTo).toBe(REN.id);
  });

  it('[BV-41] follows settings', () => {
    const severities = { ...DEFAULT_SETTINGS.severities, 1: DEFAULT_SETTINGS.severities[3] };
    expect(rowOf(LED, { ...DEFAULT_SETTINGS, severities })?.nextUpdate?.dueAt).toBe(minute(60));
  });

  it('there is none for what is closed', () => {
    expect(boardRow(roomOf(incidentAt('closed')), DEFAULT_SETTINGS)).toBeUndefined();
  });
});

describe('order of the board', () => {
  it('[INC-70] puts what a person commands who has left beside what nobody commands', () => {
    const rows = [row('led', by('ana')), row('left', { ...by('gone'), declaredAt: 1 }), row('free', { declaredAt: 2 })];
    const order = boardOrder((id) => id !== 'gone', 0);
    expect(rows.toSorted(order).map(({ id }) => id)).toEqual(['left', 'free', 'led']);
  });

  it('[BV-42] puts what has an overdue update before what has none', () => {
    const due = (dueAt: number): Partial<BoardRow> => ({ ...by('ana'), nextUpdate: { amberAt: 0, dueAt } });
    const rows = [row('early', due(20)), row('overdue', { ...due(10), declaredAt: 1 }), row('none', by('ana'))];
    expect(rows.toSorted(boardOrder(() => true, 15)).map(({ id }) => id)).toEqual(['overdue', 'early', 'none']);
    expect(rows.toSorted(boardOrder(() => true, 9)).map(({ id }) => id)).toEqual(['early', 'none', 'overdue']);
  });
});
