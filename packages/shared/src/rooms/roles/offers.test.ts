import { describe, expect, it } from 'vitest';
import { userActor } from '../../kernel/actor.ts';
import { compensation } from '../../protocol/undo.ts';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { ADA, CAI, GUS, REN, ROZ, SYSTEM, type Player } from '../../testing/cast.ts';
import { given } from '../../testing/given.ts';
import { foldFrozen, recordedIn, type Past } from '../../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, held } from '../../testing/incident-past.ts';
import { handoverEvents } from '../handover/commands.ts';
import type { Room } from '../room.ts';

const incidentId = INCIDENT;
const role = 'commander';
/** Ren commands, and offers it to Roz. */
const COMMANDED = [DECLARED, held(role, REN)];
const offered = (to: Player, kind: 'handover' | 'offer' | 'commander-away' = 'handover', by = REN): Past => ({
  type: 'role.offered',
  data: { role, from: REN.id, to: to.id, kind },
  by: by.actor.ref,
});
const OFFERED = [...COMMANDED, offered(ROZ)];

/** A handover is recorded with the card that the successor reads. */
const cardAfter = (past: readonly Past[]) => {
  const stream = `incident/${INCIDENT}` as const;
  return handoverEvents(foldFrozen(stream, recordedIn(stream, past)) as Room, DEFAULT_SETTINGS);
};

const commandedBy =
  (player: Player, waiting: boolean) =>
  ({ incident, roster }: Room) => {
    expect(incident).toMatchObject({ roles: { commander: player.id } });
    expect(roster.offers).toEqual(waiting ? { commander: expect.anything() } : {});
  };

describe('offering a role', () => {
  it('[ROS-1][HAND-8] the holder hands over; the role stays until the successor answers', () => {
    given(COMMANDED)
      .when('role.offer', { incidentId, role, userId: ROZ.id }, { actor: REN.actor })
      .happens(
        { type: 'role.offered', data: { role, from: REN.id, to: ROZ.id, kind: 'handover' } },
        ...cardAfter(COMMANDED),
      )
      .leadsTo(commandedBy(REN, true));
  });

  it.each([
    ['a deputy', ROZ, [...COMMANDED, held('deputy', ROZ)]],
    ['an administrator', ADA, COMMANDED],
    ['Sitrep', { actor: SYSTEM }, COMMANDED],
  ])('[ROS-2] %s offers what somebody else holds', (_who, { actor }, past) => {
    given(past)
      .when('role.offer', { incidentId, role, userId: CAI.id }, { actor })
      .happens({ type: 'role.offered', data: { role, from: REN.id, to: CAI.id, kind: 'offer' } });
  });

  it('[ROS-2] any responder offers what is free while nobody commands', () => {
    given([DECLARED])
      .when('role.offer', { incidentId, role, userId: ROZ.id }, { actor: REN.actor })
      .happens({ type: 'role.offered', data: { role, to: ROZ.id, kind: 'offer' } });
    given(COMMANDED)
      .when('role.offer', { incidentId, role, userId: CAI.id }, { actor: ROZ.actor })
      .isRefused('forbidden', '@ren or a deputy');
  });

  it('[ROS-2] nobody offers a role to themselves', () => {
    given([DECLARED])
      .when('role.offer', { incidentId, role, userId: REN.id }, { actor: REN.actor })
      .isRefused('invalid', 'Nobody offers a role to themselves');
  });

  it('[ROS-3] the same offer again makes nothing happen, another one replaces it', () => {
    given(OFFERED).when('role.offer', { incidentId, role, userId: ROZ.id }, { actor: REN.actor }).happens();
    given(OFFERED).when('role.offer', { incidentId, role, userId: REN.id }, { actor: ADA.actor }).happens();
    given(OFFERED)
      .when('role.offer', { incidentId, role, userId: CAI.id }, { actor: REN.actor })
      .leadsTo(({ roster }) => expect(roster.offers.commander).toMatchObject({ to: CAI.id }));
  });

  it('[ROS-4] lets the one asked into a private incident, where the asker may do that', () => {
    const declared = declaredAs({ private: true }, REN);
    given([declared, held(role, REN)])
      .when('role.offer', { incidentId, role, userId: ROZ.id }, { actor: REN.actor })
      .happens(
        { type: 'incident.access-granted', data: { userId: ROZ.id } },
        { type: 'role.offered', data: { role, from: REN.id, to: ROZ.id, kind: 'handover' } },
        ...cardAfter([declared, held(role, REN)]),
      );
    given([declared])
      .when('role.offer', { incidentId, role, userId: ROZ.id }, { actor: REN.actor })
      .isRefused('forbidden', 'letting people in');
  });
});

describe('answering an offer', () => {
  it('[ROS-5] accepting moves the role and ends the offer', () => {
    given(OFFERED)
      .when('role.accept', { incidentId, role }, { actor: ROZ.actor })
      .happens({ type: 'incident.role-changed', data: { role, from: REN.id, to: ROZ.id, move: 'accepted' } })
      .leadsTo(commandedBy(ROZ, false));
  });

  it('[ROS-5] declining keeps it where it is, with the reason if there is one', () => {
    given(OFFERED)
      .when('role.decline', { incidentId, role, reason: 'on a train' }, { actor: ROZ.actor })
      .happens({ type: 'role.offer-declined', data: { role, to: ROZ.id, reason: 'on a train' } })
      .leadsTo(commandedBy(REN, false));
    given(OFFERED)
      .when('role.decline', { incidentId, role, reason: ' ' }, { actor: ROZ.actor })
      .happens({ type: 'role.offer-declined', data: { role, to: ROZ.id } });
  });

  it.each(['role.accept', 'role.decline'] as const)('[ROS-5] %s is for the one asked alone', (type) => {
    for (const { actor } of [CAI, ADA]) {
      given(OFFERED).when(type, { incidentId, role }, { actor }).isRefused('forbidden', 'It is offered to @roz');
    }
  });

  it.each(['role.accept', 'role.decline'] as const)('[ROS-6] %s takes an offer that waits', (type) => {
    const gone: readonly (readonly Past[])[] = [
      COMMANDED,
      [...OFFERED, { type: 'role.offer-withdrawn', data: { role, to: ROZ.id } }],
      [...OFFERED, { type: 'role.offer-declined', data: { role, to: ROZ.id } }],
      [...OFFERED, held(role, CAI)],
    ];
    for (const past of gone) {
      given(past).when(type, { incidentId, role }, { actor: ROZ.actor }).isRefused('conflict', 'No offer of this role');
    }
  });

  it('[ROS-6] an offer to somebody who has left waits for nobody', () => {
    given([...COMMANDED, offered(GUS)])
      .when('role.accept', { incidentId, role }, { actor: ROZ.actor })
      .isRefused('conflict', 'No offer of this role');
  });

  it('[ROS-6] accepting twice makes nothing happen', () => {
    given([...OFFERED, held(role, ROZ)])
      .when('role.accept', { incidentId, role }, { actor: ROZ.actor })
      .happens();
  });

  it('[ROS-5] takes the right to hold a role', () => {
    given(OFFERED)
      .when('role.accept', { incidentId, role }, { actor: userActor(ROZ.id, 'viewer') })
      .isRefused('forbidden', 'This is for responders');
  });

  it('[ROS-8] what was accepted is not taken back', () => {
    const accepted: Past = {
      type: 'incident.role-changed',
      data: { role, from: REN.id, to: ROZ.id, move: 'accepted' },
      by: ROZ.actor.ref,
    };
    const past = [...OFFERED, accepted];
    expect(compensation(recordedIn('incident/x', past).slice(-1))).toEqual([]);
    given(past)
      .when('incident.assign-role', { incidentId, role, userId: REN.id, undoOf: 'command-3' }, { actor: ROZ.actor })
      .isRefused('conflict', 'nothing was taken back');
  });
});

describe('withdrawing an offer', () => {
  const withdrawn: Past = { type: 'role.offer-withdrawn', data: { role, to: ROZ.id } };

  it.each([
    ['who offered', CAI],
    ['the holder', REN],
    ['an administrator', ADA],
  ])('[ROS-7] %s withdraws it', (_who, { actor }) => {
    given([...COMMANDED, offered(ROZ, 'offer', CAI)])
      .when('role.withdraw-offer', { incidentId, role }, { actor })
      .happens(withdrawn)
      .leadsTo(commandedBy(REN, false));
  });

  it('[ROS-7] others do not, and where there is none nothing happens', () => {
    given([...COMMANDED, offered(CAI)])
      .when('role.withdraw-offer', { incidentId, role }, { actor: ROZ.actor })
      .isRefused('forbidden', '@ren or a deputy');
    given(COMMANDED).when('role.withdraw-offer', { incidentId, role }, { actor: REN.actor }).happens();
  });

  it('[ROS-8] an offer is taken back by its maker as long as it waits', () => {
    const [back] = compensation(recordedIn(`incident/${incidentId}`, OFFERED).slice(-1));
    expect(back).toEqual({ type: 'role.withdraw-offer', command: { incidentId, role, undoOf: 'command-2' } });
    const undo = { incidentId, role, undoOf: 'command-2' } as const;
    given(OFFERED)
      .when('role.withdraw-offer', undo, { actor: REN.actor })
      .happens({ type: 'role.offer-withdrawn', data: { role, to: ROZ.id, undoOf: 'command-2' } });
    for (const past of [
      [...OFFERED, withdrawn],
      [...OFFERED, offered(CAI)],
    ]) {
      given(past)
        .when('role.withdraw-offer', undo, { actor: REN.actor })
        .isRefused('conflict', 'nothing was taken back');
    }
    given(OFFERED).when('role.withdraw-offer', undo, { actor: ADA.actor }).isRefused('conflict');
  });
});

describe('an offer ends', () => {
  it('[ROS-6] with the incident, and with the access of the one asked', () => {
    const resolved: Past = { type: 'incident.status-changed', data: { from: 'detected', to: 'resolved' } };
    given([...OFFERED, resolved])
      .when('incident.close', { incidentId, reason: 'done' })
      .leadsTo(({ roster }) => expect(roster.offers).toEqual({}));
    given([declaredAs({ private: true }, REN), held(role, REN), offered(ROZ)])
      .when('incident.grant-access', { incidentId, userId: ROZ.id }, { actor: REN.actor })
      .leadsTo(({ roster }) => expect(roster.offers).toHaveProperty(role));
    given([
      declaredAs({ private: true }, REN),
      { type: 'incident.access-granted', data: { userId: ROZ.id } },
      held(role, REN),
      offered(ROZ),
    ])
      .when('incident.revoke-access', { incidentId, userId: ROZ.id }, { actor: ADA.actor })
      .leadsTo(({ roster }) => expect(roster.offers).toEqual({}));
  });

  it.each(['role.offer', 'role.accept', 'role.decline', 'role.withdraw-offer'] as const)(
    '[INC-13][INC-14] %s wants an incident that is open',
    (type) => {
      const command = { incidentId, role, ...(type === 'role.offer' ? { userId: ROZ.id } : {}) } as {
        userId: typeof ROZ.id;
      };
      given([])
        .when(type, { ...command, incidentId, role })
        .isRefused('not-found', 'There is no such incident.');
      const closed: Past = {
        type: 'incident.closed',
        data: { from: 'resolved', closure: { kind: 'completed', reason: 'done' } },
      };
      given([DECLARED, closed])
        .when(type, { ...command, incidentId, role })
        .isRefused('conflict', 'is closed');
    },
  );
});
