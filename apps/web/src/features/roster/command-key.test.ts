import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { emptyRoster, type RoleOffer, type Roster } from '@sitrep/shared/roster/state';
import { GUS, REN, ROZ, VIC } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { commandKey } from './command-key.ts';

const key = (roles: Incident['roles'], roster: Roster = emptyRoster, status: Incident['status'] = 'detected') =>
  commandKey({
    incident: { roles, status } as Incident,
    roster,
    me: ROZ.id,
    isActive: (id: UserId) => id !== GUS.id,
  });

const offer = (role: RoleOffer['role'], to = ROZ): RoleOffer => ({
  role,
  to: to.id,
  kind: 'handover',
  by: REN.actor.ref,
  at: 0,
  commandId: 'c',
});

describe('the key for command', () => {
  it('[INC-61] takes what nobody has, or what somebody who left had', () => {
    expect(key({})).toEqual({ does: 'take' });
    expect(key({ commander: GUS.id })).toEqual({ does: 'take' });
  });

  it('[ROS-22] takes it from a commander who is away', () => {
    const roster = { ...emptyRoster, commanderAway: { userId: REN.id, since: 0, toldAt: 0 } };
    expect(key({ commander: REN.id }, roster)).toEqual({ does: 'take' });
  });

  it('[ROS-5] accepts what is offered, command first', () => {
    const both = { scribe: offer('scribe'), commander: offer('commander') };
    expect(key({ commander: REN.id }, { ...emptyRoster, offers: both })).toEqual({ does: 'accept', role: 'commander' });
    expect(key({}, { ...emptyRoster, offers: { scribe: offer('scribe') } })).toEqual({
      does: 'accept',
      role: 'scribe',
    });
    const others = { commander: offer('commander', VIC) };
    expect(key({ commander: REN.id }, { ...emptyRoster, offers: others })).toMatchObject({ does: 'say' });
  });

  it('[INC-62] says why it does nothing', () => {
    expect(key({ commander: ROZ.id })).toEqual({ does: 'say', why: 'you-command' });
    expect(key({ commander: REN.id })).toEqual({ does: 'say', why: 'they-command', holder: REN.id });
    expect(key({}, emptyRoster, 'closed')).toEqual({ does: 'say', why: 'closed' });
  });
});
