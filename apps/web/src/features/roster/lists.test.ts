import type { Need } from '@sitrep/shared/roster/state';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import { CAI, GUS, REN, ROZ, testId, VIC, type Player } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { isOverdue, needsShown, UNCLAIMED_MS } from './needs-shown.ts';
import { peopleIn } from './people-in.ts';
import { successors } from './successors.ts';

const responder = ({ id, actor }: Player, since: number) => ({ userId: id, since, by: actor.ref, commandId: 'c' });

describe('people in an incident', () => {
  it('[ROS-30][ROS-35] are listed once each, holders of roles first', () => {
    const changed = { by: REN.actor.ref, at: 20, commandId: 'c', back: [] };
    const people = peopleIn({
      incident: {
        roles: { 'x-gone': VIC.id, scribe: REN.id, commander: REN.id },
        lastChanges: { 'role/scribe': changed },
      },
      roster: { responders: [responder(ROZ, 5), responder(REN, 30), responder(GUS, 1)] },
      roles: ['commander', 'scribe'],
      isActive: (id) => id !== GUS.id,
    });
    expect(people).toEqual([
      { userId: REN.id, roles: ['commander', 'scribe'], since: 20, joined: true },
      { userId: VIC.id, roles: ['x-gone'], joined: false },
      { userId: ROZ.id, roles: [], since: 5, joined: true },
    ]);
  });
});

describe('needs', () => {
  const need = (n: number, more: object): Need => ({
    id: testId(n),
    number: n,
    text: 'a',
    raisedBy: REN.actor.ref,
    raisedAt: n,
    status: 'open',
    ...more,
  });

  it('[ROS-43] are shown while something is lacking, what nobody is on first', () => {
    const all = [
      need(1, { status: 'claimed', claimedBy: REN.id, claimedAt: 2 }),
      need(4, {}),
      need(2, { status: 'met', endedAt: 9 }),
      need(3, {}),
    ];
    expect(needsShown(all).map(({ number }) => number)).toEqual([3, 4, 1]);
  });

  it('[ROS-45] stand out when nobody was on them for ten minutes', () => {
    const [open, claimed] = needsShown([need(0, {}), need(0, { status: 'claimed', claimedBy: REN.id, claimedAt: 0 })]);
    if (open === undefined || claimed === undefined) throw new Error('Both are lacking.');
    expect(isOverdue(open, UNCLAIMED_MS - 1)).toBe(false);
    expect(isOverdue(open, UNCLAIMED_MS)).toBe(true);
    expect(isOverdue(claimed, UNCLAIMED_MS)).toBe(false);
  });
});

describe('who could command next', () => {
  it('[ROS-1] the deputy, then who is in it, then others', () => {
    const row = ({ id, handle }: Player) => ({ id, handle, name: handle }) as PersonRow;
    const found = successors({
      incident: { roles: { commander: REN.id, deputy: ROZ.id } },
      roster: { responders: [responder(VIC, 1)] },
      people: [CAI, REN, ROZ, VIC, GUS].map(row),
      me: GUS.id,
    });
    expect(found.map(({ person, is }) => [person.handle, is])).toEqual([
      ['roz', 'deputy'],
      ['vic', 'in-it'],
      ['cai', 'outside'],
    ]);
  });
});
