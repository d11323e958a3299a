import { describe, expect, it } from 'vitest';
import { adminTokenActor } from '../kernel/actor.ts';
import { DEFAULT_SETTINGS } from '../settings/values.ts';
import type { IncidentRole } from './values.ts';
import { ADA, CAI, GUS, MIA, REN, ROZ, SYSTEM, VIC, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import type { Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, held } from '../testing/incident-past.ts';

const incidentId = INCIDENT;
const COMMANDED = [DECLARED, held('commander', REN)];

const released = (role: IncidentRole, from: Player): Past => ({
  type: 'incident.role-changed',
  data: { role, from: from.id, move: 'released' },
});

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

describe('giving a role out', () => {
  it('[INC-65] any responder fills an empty role while nobody commands', () => {
    given([DECLARED])
      .when('incident.assign-role', assign('deputy', CAI), { actor: REN.actor })
      .happens({ type: 'incident.role-changed', data: { role: 'deputy', to: CAI.id, move: 'assigned' } });
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
    for (const type of ['incident.assign-role', 'role.offer'] as const) {
      given(COMMANDED)
        .when(type, { incidentId, role: 'scribe', userId: to.id }, { actor: REN.actor })
        .isRefused('invalid', saying);
    }
  });
});

describe('command', () => {
  it.each([REN, CAI, ADA])('[INC-64] is not given by @$handle: it is offered', ({ actor }) => {
    for (const past of [[DECLARED], COMMANDED]) {
      given(past)
        .when('incident.assign-role', assign('commander', ROZ), { actor })
        .isRefused('conflict', 'Command is offered, not given');
    }
  });

  it('[INC-64] nor by the token of the administrator', () => {
    given([DECLARED])
      .when('incident.assign-role', assign('commander', ROZ), { actor: adminTokenActor })
      .isRefused('conflict', 'Command is offered, not given');
  });

  it('[INC-64] is given by Sitrep itself, and given back by taking back', () => {
    given(COMMANDED)
      .when('incident.assign-role', assign('commander', ROZ), { actor: SYSTEM })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { commander: ROZ.id } }));
    given([...COMMANDED, { ...released('commander', REN), by: REN.actor.ref }])
      .when('incident.assign-role', { ...assign('commander', REN), undoOf: 'command-2' }, { actor: REN.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { commander: REN.id } }));
  });
});

describe('roles of the settings', () => {
  const facts = { settings: { ...DEFAULT_SETTINGS, roles: [{ id: 'x-dba', name: 'Database lead' }] } };
  const role = 'x-dba';

  it('[INC-71] are taken, given and released like others', () => {
    given([DECLARED])
      .when('incident.take-role', { incidentId, role }, { actor: ROZ.actor, facts })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: { [role]: ROZ.id } }));
    given([DECLARED])
      .when('incident.assign-role', assign(role, CAI), { actor: REN.actor, facts })
      .happens({ type: 'incident.role-changed', data: { role, to: CAI.id, move: 'assigned' } });
    given([DECLARED, held(role, ROZ)])
      .when('incident.release-role', { incidentId, role }, { actor: ROZ.actor })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ roles: {} }));
  });

  it('[INC-71] are those that the settings have', () => {
    for (const type of ['incident.take-role', 'incident.assign-role', 'role.offer'] as const) {
      given([DECLARED])
        .when(type, assign('x-cook', ROZ), { actor: REN.actor, facts })
        .isRefused('invalid', type === 'incident.take-role' ? '' : 'There is no role x-cook. There is: x-dba.');
    }
    given([DECLARED])
      .when('incident.take-role', { incidentId, role }, { actor: REN.actor })
      .isRefused('invalid', 'The settings have none.');
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
