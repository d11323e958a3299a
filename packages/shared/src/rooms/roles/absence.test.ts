import { describe, expect, it } from 'vitest';
import { ADA, CAI, GUS, REN, ROZ, SYSTEM } from '../../testing/cast.ts';
import { given } from '../../testing/given.ts';
import { MINUTE, T0, type Past } from '../../testing/history.ts';
import { DECLARED, INCIDENT, held, moved } from '../../testing/incident-past.ts';

const incidentId = INCIDENT;
const role = 'commander';
const COMMANDED = [DECLARED, held(role, REN)];
const WITH_DEPUTY = [...COMMANDED, held('deputy', ROZ)];
const since = T0 + MINUTE;
const bySitrep = { actor: SYSTEM };

const wentAway: Past = { type: 'commander.went-away', data: { userId: REN.id, since }, by: 'system/test' };
const askedDeputy: Past = {
  type: 'role.offered',
  data: { role, from: REN.id, to: ROZ.id, kind: 'commander-away' },
  by: 'system/test',
};
const offeredByRen: Past = {
  type: 'role.offered',
  data: { role, from: REN.id, to: CAI.id, kind: 'handover' },
  by: REN.actor.ref,
};

const away = { incidentId, userId: REN.id, since };

describe('a commander who is not connected', () => {
  it('[ROS-20] is told of, and the deputy is asked', () => {
    given(WITH_DEPUTY)
      .when('commander.report-away', away, bySitrep)
      .happens(
        { type: 'commander.went-away', data: { userId: REN.id, since } },
        { type: 'role.offered', data: { role, from: REN.id, to: ROZ.id, kind: 'commander-away' } },
      )
      .leadsTo(({ roster, incident }) => {
        expect(roster.commanderAway).toMatchObject({ userId: REN.id, since });
        expect(incident).toMatchObject({ roles: { commander: REN.id } });
      });
  });

  it('[ROS-20] is told of where there is no deputy, or where one was asked already', () => {
    const happened = { type: 'commander.went-away', data: { userId: REN.id, since } } as const;
    const pasts: readonly (readonly Past[])[] = [
      COMMANDED,
      [...COMMANDED, held('deputy', GUS)],
      [...COMMANDED, held('deputy', REN)],
      [...WITH_DEPUTY, offeredByRen],
    ];
    for (const past of pasts) given(past).when('commander.report-away', away, bySitrep).happens(happened);
  });

  it('[ROS-26] is told of no second time, but a deputy named since is asked', () => {
    const asked = { type: 'role.offered', data: { role, from: REN.id, to: ROZ.id, kind: 'commander-away' } } as const;
    const named = [...COMMANDED, wentAway, held('deputy', ROZ)];
    given(named).when('commander.report-away', away, bySitrep).happens(asked);
    given([...named, askedDeputy])
      .when('commander.report-away', away, bySitrep)
      .happens();
  });

  it('[ROS-21] is told of once, and not where they command no more or it is over', () => {
    const pasts: readonly (readonly Past[])[] = [
      [...WITH_DEPUTY, wentAway],
      [DECLARED],
      [...WITH_DEPUTY, held(role, CAI)],
      [...WITH_DEPUTY, moved('detected', 'resolved')],
      [DECLARED, held(role, GUS)],
    ];
    for (const past of pasts) given(past).when('commander.report-away', away, bySitrep).happens();
  });

  it('[ROS-22] leaves command to anybody who may take it', () => {
    given([...COMMANDED, wentAway])
      .when('incident.take-role', { incidentId, role }, { actor: ROZ.actor })
      .happens({ type: 'incident.role-changed', data: { role, from: REN.id, to: ROZ.id, move: 'taken' } })
      .leadsTo(({ roster }) => expect(roster.commanderAway).toBeUndefined());
    given([...COMMANDED, held('scribe', REN), wentAway])
      .when('incident.take-role', { incidentId, role: 'scribe' }, { actor: ROZ.actor })
      .isRefused('conflict', '@ren holds this role');
  });

  it('[ROS-23] is back: told of, and the deputy is not needed any more', () => {
    given([...WITH_DEPUTY, wentAway, askedDeputy])
      .when('commander.report-back', { incidentId, userId: REN.id }, bySitrep)
      .happens(
        { type: 'commander.came-back', data: { userId: REN.id, since } },
        { type: 'role.offer-withdrawn', data: { role, to: ROZ.id } },
      )
      .leadsTo(({ roster }) => expect(roster).toMatchObject({ offers: {} }));
    given([...WITH_DEPUTY, offeredByRen, wentAway])
      .when('commander.report-back', { incidentId, userId: REN.id }, bySitrep)
      .happens({ type: 'commander.came-back', data: { userId: REN.id, since } })
      .leadsTo(({ roster }) => expect(roster.offers.commander).toMatchObject({ to: CAI.id }));
  });

  it('[ROS-23] who was not away, or whose command has moved, does not come back', () => {
    given(WITH_DEPUTY).when('commander.report-back', { incidentId, userId: REN.id }, bySitrep).happens();
    given([...WITH_DEPUTY, wentAway, held(role, CAI)])
      .when('commander.report-back', { incidentId, userId: REN.id }, bySitrep)
      .happens();
  });

  it('[ROS-24] is reported by Sitrep alone', () => {
    for (const type of ['commander.report-away', 'commander.report-back'] as const) {
      const command = type === 'commander.report-away' ? away : { incidentId, userId: REN.id };
      given(WITH_DEPUTY).when(type, command, { actor: ADA.actor }).isRefused('forbidden', 'This is for Sitrep itself');
      given([]).when(type, command, bySitrep).isRefused('not-found');
    }
  });
});
