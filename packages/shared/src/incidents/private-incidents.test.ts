import { describe, expect, it } from 'vitest';
import { roomVisibility, type Room } from '../rooms/room.ts';
import { visibleTo } from '../kernel/permissions.ts';
import { integrationActor } from '../kernel/actor.ts';
import { ADA, CAI, GUS, MIA, REN, ROZ, SYSTEM, VIC, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { INCIDENT, declaredAs, held } from '../testing/incident-past.ts';

const incidentId = INCIDENT;
const PRIVATE = declaredAs({ private: true }, REN);

const members =
  (...ids: readonly string[]) =>
  ({ incident }: Room) =>
    expect(incident).toMatchObject({ members: ids });

describe('a private incident', () => {
  it('[INC-80] has the person who declared it as its first member', () => {
    given([])
      .when('incident.declare', { incidentId, title: 'Leak', private: true }, { actor: REN.actor })
      .leadsTo(members(REN.id));
    given([])
      .when('incident.declare', { incidentId, title: 'Leak', private: true }, { actor: SYSTEM })
      .leadsTo(members());
  });

  it('[INC-80] is the only kind with members', () => {
    given([]).when('incident.declare', { incidentId, title: 'Down' }, { actor: REN.actor }).leadsTo(members());
  });

  it('[INC-81] makes whoever gets a role a member', () => {
    given([PRIVATE, held('commander', REN)])
      .when('incident.assign-role', { incidentId, role: 'scribe', userId: ROZ.id }, { actor: REN.actor })
      .leadsTo(members(REN.id, ROZ.id));
  });

  it('[INC-81] is not opened to others by those who may not manage access', () => {
    given([PRIVATE])
      .when('incident.assign-role', { incidentId, role: 'scribe', userId: ROZ.id }, { actor: REN.actor })
      .isRefused('forbidden', "letting people in is for the incident's commander and administrators");
    given([PRIVATE, held('scribe', REN)])
      .when('role.offer', { incidentId, role: 'scribe', userId: ROZ.id }, { actor: REN.actor })
      .isRefused('forbidden', 'private');
  });

  it('[INC-82] lets people in and out', () => {
    given([PRIVATE, held('commander', REN)])
      .when('incident.grant-access', { incidentId, userId: VIC.id }, { actor: REN.actor })
      .happens({ type: 'incident.access-granted', data: { userId: VIC.id } })
      .leadsTo(members(REN.id, VIC.id));
    given([PRIVATE, { type: 'incident.access-granted', data: { userId: VIC.id } }])
      .when('incident.revoke-access', { incidentId, userId: VIC.id })
      .happens({ type: 'incident.access-revoked', data: { userId: VIC.id } })
      .leadsTo(members(REN.id));
  });

  it('[INC-82] lets in nobody who is not there', () => {
    for (const userId of [GUS.id, testId(0xfe)]) {
      given([PRIVATE])
        .when('incident.grant-access', { incidentId, userId })
        .isRefused('invalid', 'There is no such person.');
    }
  });

  it('[INC-82] keeps whoever holds a role', () => {
    given([PRIVATE, held('scribe', REN)])
      .when('incident.revoke-access', { incidentId, userId: REN.id })
      .isRefused('conflict', 'holds a role here');
  });

  it('[INC-11] has nobody let in or out twice', () => {
    given([PRIVATE]).when('incident.grant-access', { incidentId, userId: REN.id }).happens();
    given([PRIVATE]).when('incident.revoke-access', { incidentId, userId: ROZ.id }).happens();
  });

  it('[INC-83] is the only kind with access to manage', () => {
    given([declaredAs()])
      .when('incident.grant-access', { incidentId, userId: REN.id })
      .isRefused('conflict', 'Everybody can see this incident.');
    given([declaredAs()])
      .when('incident.revoke-access', { incidentId, userId: REN.id })
      .isRefused('conflict', 'Everybody can see this incident.');
  });

  it('[CAN-6] is seen by members, administrators and Sitrep itself', () => {
    given([PRIVATE])
      .when('incident.change-title', { incidentId, title: 'Leak' })
      .leadsTo((room) => {
        const seeing = [ADA, CAI, REN, ROZ, MIA, VIC].filter(({ actor }) => visibleTo(actor, roomVisibility(room)));
        expect(seeing.map(({ handle }) => handle)).toEqual(['ada', 'ren']);
        expect(visibleTo(SYSTEM, roomVisibility(room))).toBe(true);
        expect(visibleTo(integrationActor('x'), roomVisibility(room))).toBe(false);
      });
  });
});
