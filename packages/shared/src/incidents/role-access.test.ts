import { describe, expect, it } from 'vitest';
import type { Room } from '../rooms/room.ts';
import { ADA, CAI, REN, ROZ, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import type { Past } from '../testing/history.ts';
import { INCIDENT, declaredAs, held } from '../testing/incident-past.ts';
import type { IncidentRole } from './values.ts';

const incidentId = INCIDENT;
/** Ren declared it and commands it; the next event is of `command-2`. */
const PRIVATE: readonly Past[] = [declaredAs({ private: true }, REN), held('commander', REN)];

const moves = (role: IncidentRole, from: Player | undefined, to: Player | undefined, undoOf?: string): Past => ({
  type: 'incident.role-changed',
  data: {
    role,
    ...(from === undefined ? {} : { from: from.id }),
    ...(to === undefined ? {} : { to: to.id }),
    move: to === undefined ? 'released' : 'assigned',
    ...(undoOf === undefined ? {} : { undoOf }),
  },
  by: REN.actor.ref,
});
const granted = (player: Player): Past => ({ type: 'incident.access-granted', data: { userId: player.id } });

const freed = (role: IncidentRole, undoOf: string) => ({ incidentId, role, undoOf });
const BY_REN = { actor: REN.actor };

const members =
  (...players: readonly Player[]) =>
  ({ incident }: Room) =>
    expect(incident).toMatchObject({ members: players.map(({ id }) => id) });

describe('taking back a role of a private incident', () => {
  it('[UNDO-12] takes away the access that it gave', () => {
    given([...PRIVATE, moves('scribe', undefined, ROZ)])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN));
    given([...PRIVATE, moves('scribe', undefined, ROZ), moves('scribe', ROZ, CAI)])
      .when('incident.assign-role', { incidentId, role: 'scribe', userId: ROZ.id, undoOf: 'command-3' }, BY_REN)
      .leadsTo(members(REN, ROZ));
  });

  it('[UNDO-12] leaves whoever declared it, or was let in before or since', () => {
    given([...PRIVATE, moves('scribe', undefined, REN)])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN));
    given([...PRIVATE, granted(ROZ), moves('scribe', undefined, ROZ)])
      .when('incident.release-role', freed('scribe', 'command-3'), BY_REN)
      .leadsTo(members(REN, ROZ));
    given([...PRIVATE, moves('scribe', undefined, ROZ), granted(ROZ)])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN, ROZ));
  });

  it('[UNDO-12] leaves whoever holds another role, until that is taken back, too', () => {
    const both = [moves('scribe', undefined, ROZ), moves('deputy', undefined, ROZ)];
    given([...PRIVATE, ...both])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN, ROZ));
    given([...PRIVATE, ...both, moves('scribe', ROZ, undefined, 'command-2')])
      .when('incident.release-role', freed('deputy', 'command-3'), BY_REN)
      .leadsTo(members(REN));
    given([...PRIVATE, ...both, moves('deputy', ROZ, undefined, 'command-3')])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN));
  });

  it('[UNDO-12] leaves whoever kept the access of a former role', () => {
    const former = [moves('scribe', undefined, ROZ), moves('scribe', ROZ, undefined)];
    given([...PRIVATE, ...former, moves('deputy', undefined, ROZ)])
      .when('incident.release-role', freed('deputy', 'command-4'), BY_REN)
      .leadsTo(members(REN, ROZ));
  });

  it('[UNDO-12] takes it away also where the role came back to them in between', () => {
    const there = [moves('scribe', undefined, ROZ), moves('scribe', ROZ, CAI), moves('scribe', CAI, ROZ, 'command-3')];
    given([...PRIVATE, ...there])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN));
    const out: Past = { type: 'incident.access-revoked', data: { userId: ROZ.id } };
    given([...PRIVATE, ...there.slice(0, 2), out, ...there.slice(2)])
      .when('incident.release-role', freed('scribe', 'command-2'), BY_REN)
      .leadsTo(members(REN));
  });

  it('[INC-82] granting access to somebody who is in for a role lets them stay without it, said once', () => {
    given([...PRIVATE, moves('scribe', undefined, ROZ)])
      .when('incident.grant-access', { incidentId, userId: ROZ.id }, { actor: ADA.actor })
      .happens({ type: 'incident.access-granted', data: { userId: ROZ.id } });
    given([...PRIVATE, moves('scribe', undefined, ROZ), granted(ROZ)])
      .when('incident.grant-access', { incidentId, userId: ROZ.id }, { actor: ADA.actor })
      .happens();
  });
});
