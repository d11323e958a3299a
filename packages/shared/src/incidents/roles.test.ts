import { describe, expect, it } from 'vitest';
import type { IncidentRole } from './values.ts';
import { ADA, CAI, GUS, MIA, REN, ROZ, SYSTEM, VIC, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { DECLARED, INCIDENT, held } from '../testing/incident-past.ts';

const incidentId = INCIDENT;
const COMMANDED = [DECLARED, held('commander', REN)];

const assign = (role: IncidentRole, to: Player) => ({ incidentId, role, userId: to.id });

describe('taking a role', () => {
  it.each(['commander', 'deputy', 'technical-lead', 'communications-lead', 'scribe'] as const)(
    '[INC-61] %s is free to take for a responder',
    (role) => {
      given([DECLARED])
        .when('incident.take-role', { incidentId, role }, { actor: ROZ.actor })
        .happens({ type: 'incident.role-changed', data: { role, to: ROZ.id, move: 'taken' } })
        .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { [role]: ROZ.id } }));
    },
  );

  it('[INC-60] somebody may hold several roles', () => {
    given(COMMANDED)
      .when('incident.take-role', { incidentId, role: 'scribe' }, { actor: REN.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { commander: REN.id, scribe: REN.id } }));
  });

  it('[INC-62] a held role is not taken, not even by an administrator', () => {
    given(COMMANDED)
      .when('incident.take-role', { incidentId, role: 'commander' }, { actor: ADA.actor })
      .isRefused('conflict', '@ren holds this role', { current: { holder: REN.id } });
  });

  it('[INC-63] only a person holds a role', () => {
    given([DECLARED])
      .when('incident.take-role', { incidentId, role: 'commander' }, { actor: SYSTEM })
      .isRefused('forbidden', 'Only a person');
  });

  it('[INC-70] what a deactivated person held is free', () => {
    given([DECLARED, held('commander', GUS)])
      .when('incident.take-role', { incidentId, role: 'commander' }, { actor: REN.actor })
      .happens({
        type: 'incident.role-changed',
        data: { role: 'commander', from: GUS.id, to: REN.id, move: 'taken' },
      });
  });
});

describe('handing a role over', () => {
  it('[INC-64] goes from its holder to somebody else', () => {
    given(COMMANDED)
      .when('incident.hand-over-role', assign('commander', ROZ), { actor: REN.actor })
      .happens({
        type: 'incident.role-changed',
        data: { role: 'commander', from: REN.id, to: ROZ.id, move: 'handed-over' },
      })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { commander: ROZ.id } }));
  });

  it.each([ROZ, CAI, ADA])('[INC-64] is the holder’s alone, not for @$handle', ({ actor }) => {
    given(COMMANDED)
      .when('incident.hand-over-role', assign('commander', ROZ), { actor })
      .isRefused('conflict', 'Only who holds');
  });

  it('[INC-64] needs a role that is held', () => {
    given([DECLARED])
      .when('incident.hand-over-role', assign('scribe', ROZ), { actor: REN.actor })
      .isRefused('conflict', 'Only who holds');
  });
});

describe('giving a role out', () => {
  it('[INC-65] any responder fills an empty role while nobody commands', () => {
    given([DECLARED])
      .when('incident.assign-role', assign('commander', CAI), { actor: REN.actor })
      .happens({ type: 'incident.role-changed', data: { role: 'commander', to: CAI.id, move: 'assigned' } });
  });

  it.each([
    ['the commander', REN, [...COMMANDED]],
    ['the deputy', ROZ, [...COMMANDED, held('deputy', ROZ)]],
    ['an account that commands', CAI, [...COMMANDED]],
    ['an administrator', ADA, [...COMMANDED]],
    ['Sitrep', { actor: SYSTEM }, [...COMMANDED]],
  ])('[INC-66] %s gives and frees roles while somebody commands', (_who, { actor }, past) => {
    given([...past, held('scribe', REN)])
      .when('incident.assign-role', assign('scribe', CAI), { actor })
      .happens({
        type: 'incident.role-changed',
        data: { role: 'scribe', from: REN.id, to: CAI.id, move: 'assigned' },
      });
    given([...past, held('scribe', CAI)])
      .when('incident.release-role', { incidentId, role: 'scribe' }, { actor })
      .happens({ type: 'incident.role-changed', data: { role: 'scribe', from: CAI.id, move: 'released' } });
  });

  it('[INC-66] other responders do not, and learn who does', () => {
    given(COMMANDED)
      .when('incident.assign-role', assign('scribe', ROZ), { actor: ROZ.actor })
      .isRefused('forbidden', '@ren or a deputy');
    given(COMMANDED)
      .when('incident.release-role', { incidentId, role: 'commander' }, { actor: ROZ.actor })
      .isRefused('forbidden', '@ren or a deputy');
  });

  it('[INC-67] a held role is not for any responder, even while nobody commands', () => {
    const past = [DECLARED, held('scribe', REN)];
    given(past)
      .when('incident.assign-role', assign('scribe', ROZ), { actor: ROZ.actor })
      .isRefused('forbidden', 'commanders and administrators');
    given(past)
      .when('incident.release-role', { incidentId, role: 'scribe' }, { actor: ROZ.actor })
      .isRefused('forbidden', 'commanders and administrators');
    given(past)
      .when('incident.release-role', { incidentId, role: 'scribe' }, { actor: CAI.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: {} }));
  });

  it('[INC-70] a commander who has left commands nobody, and holds nothing back', () => {
    const past = [DECLARED, held('commander', GUS)];
    given(past)
      .when('incident.assign-role', assign('commander', ROZ), { actor: REN.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { commander: ROZ.id } }));
    given(past)
      .when('incident.assign-role', assign('scribe', ROZ), { actor: REN.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { scribe: ROZ.id } }));
    given(past)
      .when('incident.release-role', { incidentId, role: 'commander' }, { actor: REN.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: {} }));
  });

  it.each([
    [MIA, '@mia is a manager'],
    [VIC, '@vic is a viewer'],
    [GUS, 'There is no such person.'],
  ])('[INC-69] goes to active responders and up', (to, saying) => {
    for (const type of ['incident.assign-role', 'incident.hand-over-role'] as const) {
      given(COMMANDED)
        .when(type, { incidentId, role: 'commander', userId: to.id }, { actor: REN.actor })
        .isRefused('invalid', saying);
    }
  });
});

describe('releasing a role', () => {
  it('[INC-68] holders release their own', () => {
    given([...COMMANDED, held('scribe', ROZ)])
      .when('incident.release-role', { incidentId, role: 'scribe' }, { actor: ROZ.actor })
      .happens({ type: 'incident.role-changed', data: { role: 'scribe', from: ROZ.id, move: 'released' } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { commander: REN.id } }));
  });
});
