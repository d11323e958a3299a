import { describe, expect, it } from 'vitest';
import { compensation } from '../../protocol/undo.ts';
import { ADA, CAI, GUS, MIA, REN, ROZ, SYSTEM, testId, type Player } from '../../testing/cast.ts';
import { given } from '../../testing/given.ts';
import { recordedIn, T0, MINUTE, type Past } from '../../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, held, incidentAt } from '../../testing/incident-past.ts';
import { directReports, MOST_RESPONDERS } from './responders.ts';

const incidentId = INCIDENT;
const joined = ({ id }: Player, by = ADA): Past => ({
  type: 'responder.joined',
  data: { userId: id },
  by: by.actor.ref,
});

describe('joining', () => {
  it('[ROS-30] is done in one, and once', () => {
    given([DECLARED])
      .when('responder.join', { incidentId }, { actor: ROZ.actor })
      .happens({ type: 'responder.joined', data: { userId: ROZ.id } })
      .leadsTo(({ roster }) =>
        expect(roster.responders).toMatchObject([{ userId: ROZ.id, since: T0 + MINUTE, by: ROZ.actor.ref }]),
      );
    given([DECLARED, joined(ROZ)])
      .when('responder.join', { incidentId }, { actor: ROZ.actor })
      .happens();
  });

  it('[ROS-30] others are added, if they may respond', () => {
    given([DECLARED])
      .when('responder.join', { incidentId, userId: ROZ.id }, { actor: REN.actor })
      .happens({ type: 'responder.joined', data: { userId: ROZ.id } });
    given([DECLARED])
      .when('responder.join', { incidentId, userId: MIA.id }, { actor: REN.actor })
      .isRefused('invalid', '@mia is a manager');
    given([DECLARED])
      .when('responder.join', { incidentId, userId: GUS.id }, { actor: REN.actor })
      .isRefused('invalid', 'There is no such person.');
    given([DECLARED])
      .when('responder.join', { incidentId }, { actor: SYSTEM })
      .isRefused('forbidden', 'Only a person can join');
  });

  it('[ROS-31] of a private incident lets them in, where the asker may do that', () => {
    const past = declaredAs({ private: true }, REN);
    given([past, held('commander', REN)])
      .when('responder.join', { incidentId, userId: ROZ.id }, { actor: REN.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ members: [REN.id, ROZ.id] }));
    given([past])
      .when('responder.join', { incidentId, userId: ROZ.id }, { actor: REN.actor })
      .isRefused('forbidden', 'letting people in');
  });

  it('[ROS-32] is for so many people and no more', () => {
    const crowd = Array.from({ length: MOST_RESPONDERS }, (_, n): Past => ({
      type: 'responder.joined',
      data: { userId: testId(0x1_000 + n) },
    }));
    given([DECLARED, ...crowd])
      .when('responder.join', { incidentId }, { actor: ROZ.actor })
      .isRefused('conflict', 'Release somebody first');
  });
});

describe('leaving', () => {
  const left = { type: 'responder.left', data: { userId: ROZ.id } } as const;

  it('[ROS-33] is everybody’s own decision', () => {
    given([DECLARED, joined(ROZ)])
      .when('responder.leave', { incidentId }, { actor: ROZ.actor })
      .happens(left)
      .leadsTo(({ roster }) => expect(roster.responders).toEqual([]));
    given([DECLARED]).when('responder.leave', { incidentId }, { actor: ROZ.actor }).happens();
    given([DECLARED, joined(ROZ)])
      .when('responder.leave', { incidentId }, { actor: SYSTEM })
      .happens();
  });

  it.each([
    ['the commander', REN, [held('commander', REN)]],
    ['the deputy', REN, [held('deputy', REN)]],
    ['an account that commands', CAI, []],
  ])('[ROS-33] %s releases somebody', (_who, { actor }, more) => {
    given([DECLARED, joined(ROZ), ...more])
      .when('responder.leave', { incidentId, userId: ROZ.id }, { actor })
      .happens(left);
  });

  it('[ROS-33] others do not', () => {
    given([DECLARED, joined(ROZ)])
      .when('responder.leave', { incidentId, userId: ROZ.id }, { actor: REN.actor })
      .isRefused('forbidden', 'Releasing others is for');
  });

  it('[ROS-33] comes with losing access', () => {
    given([
      declaredAs({ private: true }, REN),
      { type: 'incident.access-granted', data: { userId: ROZ.id } },
      joined(ROZ),
    ])
      .when('incident.revoke-access', { incidentId, userId: ROZ.id })
      .leadsTo(({ roster }) => expect(roster.responders).toEqual([]));
  });

  it('[ROS-34] joining and leaving are taken back', () => {
    const past = [DECLARED, joined(ROZ, REN)];
    const [back] = compensation(recordedIn(`incident/${incidentId}`, past).slice(-1));
    expect(back?.type).toBe('responder.leave');
    const undo = { incidentId, userId: ROZ.id, undoOf: 'command-1' };
    given(past)
      .when('responder.leave', undo, { actor: REN.actor })
      .happens({ type: 'responder.left', data: { userId: ROZ.id, undoOf: 'command-1' } });
    for (const [then, by] of [
      [past, CAI],
      [[...past, left], REN],
      [[...past, left, joined(ROZ, ROZ)], REN],
    ] as const) {
      given(then).when('responder.leave', undo, { actor: by.actor }).isRefused('conflict', 'nothing was taken back');
    }
    const [again] = compensation(recordedIn(`incident/${incidentId}`, [...past, left]).slice(-1));
    expect(again?.type).toBe('responder.join');
  });

  it.each(['responder.join', 'responder.leave'] as const)('[INC-13][INC-14] %s wants an open incident', (type) => {
    given([]).when(type, { incidentId }).isRefused('not-found');
    given(incidentAt('closed')).when(type, { incidentId }).isRefused('conflict', 'is closed');
  });
});

describe('direct reports', () => {
  it('[ROS-35] are who joined and who holds a role, each once, without the commander and who has left', () => {
    const responders = [ROZ, CAI, GUS].map(({ id, actor }) => ({
      userId: id,
      since: T0,
      by: actor.ref,
      commandId: 'c',
    }));
    const roles = { commander: REN.id, deputy: CAI.id, 'x-dba': ADA.id };
    const reports = directReports(roles, { responders }, (id) => id !== GUS.id);
    expect(new Set(reports)).toEqual(new Set([CAI.id, ADA.id, ROZ.id]));
    expect(reports).toHaveLength(3);
  });
});
