import { isDeclared, type Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { emptyRoster, type RoleOffer, type Roster } from '@sitrep/shared/roster/state';
import { CAI, GUS, REN, ROZ, VIC, type Player } from '@sitrep/shared/testing/cast';
import { foldFrozen, MINUTE, recordedIn, T0, type Past } from '@sitrep/shared/testing/history';
import { DECLARED, held, INCIDENT, incidentAt } from '@sitrep/shared/testing/incident-past';
import type { Room } from '@sitrep/shared/rooms/room';
import { describe, expect, it } from 'vitest';
import { noticesOf } from './notices.ts';

const HOURS_4 = 4 * 60 * MINUTE;

const incidentOf = (...past: readonly Past[]): Incident => {
  const stream = `incident/${INCIDENT}` as const;
  const { incident } = foldFrozen(stream, recordedIn(stream, past)) as Room;
  if (!isDeclared(incident)) throw new Error('It was never declared.');
  return incident;
};
const COMMANDED = incidentOf(DECLARED, held('commander', REN));

const offerTo = (to: Player, more: Partial<RoleOffer> = {}): Roster => {
  const offer: RoleOffer = {
    role: 'commander',
    to: to.id,
    from: REN.id,
    kind: 'handover',
    by: REN.actor.ref,
    at: T0,
    commandId: 'c',
    ...more,
  };
  return { ...emptyRoster, offers: { [offer.role]: offer } };
};

const seenBy = (me: Player, roster: Roster, incident = COMMANDED, now = T0 + 2 * MINUTE) =>
  noticesOf({
    incident,
    roster,
    me: me.id,
    now,
    longCommandMs: HOURS_4,
    isActive: (id: UserId) => id !== GUS.id,
  }).map((notice) => notice.kind);

describe('what the room is told of who leads', () => {
  it('[ROS-1] who is asked is asked; everybody else reads that command waits', () => {
    const roster = offerTo(ROZ);
    expect(seenBy(ROZ, roster)).toEqual(['asked']);
    expect(seenBy(REN, roster)).toEqual(['waiting']);
    expect(seenBy(VIC, roster)).toEqual(['waiting']);
  });

  it('[ROS-1] of other roles only who is concerned reads it', () => {
    const roster = offerTo(ROZ, { role: 'scribe', by: CAI.actor.ref });
    const incident = incidentOf(DECLARED, held('commander', REN), held('scribe', VIC));
    expect(seenBy(ROZ, roster, incident)).toEqual(['asked']);
    expect(seenBy(CAI, roster, incident)).toEqual(['waiting']);
    expect(seenBy(VIC, roster, incident)).toEqual(['waiting']);
    expect(seenBy(REN, roster, incident)).toEqual([]);
  });

  it('[ROS-6] nothing waits for somebody who has left, or once it is closed', () => {
    expect(seenBy(REN, offerTo(GUS))).toEqual([]);
    expect(seenBy(ROZ, offerTo(ROZ), incidentOf(...incidentAt('closed')))).toEqual([]);
  });

  it('[ROS-20] that the commander is away, and who was asked', () => {
    const commanderAway = { userId: REN.id, since: T0, toldAt: T0 };
    expect(seenBy(ROZ, { ...emptyRoster, commanderAway })).toEqual(['away']);
    const roster = { ...offerTo(ROZ, { kind: 'commander-away', by: 'system/watch' }), commanderAway };
    expect(seenBy(ROZ, roster)).toEqual(['asked']);
    expect(seenBy(VIC, roster)).toEqual(['away']);
    expect(seenBy(REN, roster)).toEqual([]);
  });

  it('[ROS-50] after four hours of command its holder is asked, unless they have handed over or it is over', () => {
    const late = T0 + MINUTE + HOURS_4;
    expect(seenBy(REN, emptyRoster, COMMANDED, late - 1)).toEqual([]);
    expect(seenBy(REN, emptyRoster, COMMANDED, late)).toEqual(['long-command']);
    expect(seenBy(ROZ, emptyRoster, COMMANDED, late)).toEqual([]);
    expect(seenBy(REN, offerTo(ROZ), COMMANDED, late)).toEqual(['waiting']);
    const resolved = incidentOf(DECLARED, held('commander', REN), {
      type: 'incident.status-changed',
      data: { from: 'detected', to: 'resolved' },
    });
    expect(seenBy(REN, emptyRoster, resolved, late)).toEqual([]);
  });
});
