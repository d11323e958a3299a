import { describe, expect, it } from 'vitest';
import type { Incident } from '../../incidents/state.ts';
import type { IncidentRole } from '../../incidents/values.ts';
import { emptyRoster, type RoleOffer, type Roster } from '../../roster/state.ts';
import { REN, ROZ, CAI, type Player } from '../../testing/cast.ts';
import { wayToGive } from './way-to-give.ts';

const offeredTo = (role: IncidentRole, { id }: Player): Roster['offers'] => {
  const offer: RoleOffer = { role, to: id, kind: 'handover', by: ROZ.actor.ref, at: 0, commandId: 'c' };
  return { [role]: offer };
};

const way = (role: IncidentRole, roles: Incident['roles'], to: Player, asked?: Player) =>
  wayToGive({
    incident: { roles },
    roster: asked === undefined ? emptyRoster : { ...emptyRoster, offers: offeredTo(role, asked) },
    role,
    to: to.id,
    by: REN.id,
    isActive: () => true,
  });

describe('a role gets to somebody', () => {
  it('[ROS-9] by taking what is free, by accepting what is on offer', () => {
    expect(way('scribe', {}, REN)).toBe('incident.take-role');
    expect(way('commander', { commander: ROZ.id }, REN)).toBe('incident.take-role');
    expect(way('scribe', { scribe: ROZ.id }, REN)).toBe('incident.assign-role');
    expect(way('scribe', { scribe: ROZ.id }, REN, REN)).toBe('role.accept');
  });

  it('[ROS-9] by an offer, where it is command or the own role', () => {
    expect(way('commander', {}, ROZ)).toBe('role.offer');
    expect(way('scribe', { scribe: REN.id }, ROZ)).toBe('role.offer');
    expect(way('scribe', { scribe: CAI.id }, ROZ)).toBe('incident.assign-role');
    expect(way('scribe', {}, ROZ)).toBe('incident.assign-role');
  });
});
