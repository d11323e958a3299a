import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES } from '../protocol/catalogue.ts';
import { REN, SYSTEM } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0 } from '../testing/history.ts';
import { DECLARED, INCIDENT, declaredAs, held, incidentAt, moved } from '../testing/incident-past.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';

const incidentId = INCIDENT;

const changeTypes = COMMAND_TYPES.filter((type) => type.startsWith('incident.') && type !== 'incident.declare');

const ON_CLOSED_TOO = [
  'incident.reopen',
  'incident.set-milestone',
  'incident.resolve-alerts',
  'incident.grant-access',
  'incident.revoke-access',
];

describe('an incident', () => {
  it.each(changeTypes)('[INC-13] that was never declared is not found by %s', (type) => {
    given([]).when(type, SAMPLE_COMMANDS[type]).isRefused('not-found', 'There is no such incident.');
  });

  it.each(changeTypes.filter((type) => !ON_CLOSED_TOO.includes(type)))('[INC-14] that is closed refuses %s', (type) => {
    given(incidentAt('closed'))
      .when(type, SAMPLE_COMMANDS[type])
      .isRefused('conflict', 'INC-2026-0001 is closed. Reopen it', { current: { status: 'closed' } });
  });

  it('[INC-10] takes a new title and keeps the old one in the event', () => {
    given([DECLARED])
      .when('incident.change-title', { incidentId, title: 'Checkout is slow' }, { actor: REN.actor })
      .happens({ type: 'incident.title-changed', data: { from: 'Checkout fails', to: 'Checkout is slow' } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ title: 'Checkout is slow', key: 'INC-2026-0001' }));
  });

  it('[INC-10] takes a new summary, an empty one too', () => {
    given([declaredAs({ summary: 'Cards only' })])
      .when('incident.change-summary', { incidentId, summary: '' })
      .happens({ type: 'incident.summary-changed', data: { from: 'Cards only', to: '' } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ summary: '' }));
  });

  it('[INC-15] keeps a text that its writer has not seen', () => {
    const past = [declaredAs({ summary: 'Cards only' })];
    given(past)
      .when('incident.change-summary', { incidentId, summary: 'Mine', base: '' })
      .isRefused('conflict', 'The summary was changed meanwhile.', { current: { summary: 'Cards only' } });
    given(past)
      .when('incident.change-title', { incidentId, title: 'Mine', base: 'Something' })
      .isRefused('conflict', 'The title was changed meanwhile.', { current: { title: 'Checkout fails' } });
    given(past)
      .when('incident.change-summary', { incidentId, summary: 'Mine', base: 'Cards only' })
      .happens({ type: 'incident.summary-changed', data: { from: 'Cards only', to: 'Mine' } });
    given(past).when('incident.change-summary', { incidentId, summary: 'Cards only', base: '' }).happens();
  });

  it('[INC-11] makes nothing happen where it is so already', () => {
    const past = [declaredAs({ summary: 'Cards', services: ['api'] }), held('scribe', REN)];
    given(past).when('incident.change-title', { incidentId, title: ' Checkout  fails ' }).happens();
    given(past).when('incident.change-summary', { incidentId, summary: 'Cards\n' }).happens();
    given(past).when('incident.change-severity', { incidentId, severity: 2 }).happens();
    given(past).when('incident.change-status', { incidentId, status: 'detected' }).happens();
    given(past).when('incident.set-milestone', { incidentId, milestone: 'started', at: null }).happens();
    given(past).when('incident.add-service', { incidentId, service: 'api' }).happens();
    given(past).when('incident.remove-service', { incidentId, service: 'web' }).happens();
    given(past).when('incident.take-role', { incidentId, role: 'scribe' }, { actor: REN.actor }).happens();
    given(past).when('incident.assign-role', { incidentId, role: 'scribe', userId: REN.id }).happens();
    given(past).when('role.offer', { incidentId, role: 'scribe', userId: REN.id }).happens();
    given(past).when('incident.release-role', { incidentId, role: 'deputy' }).happens();
  });

  it('[INC-12] takes services and lets them go', () => {
    given([DECLARED])
      .when('incident.add-service', { incidentId, service: ' api ' })
      .happens({ type: 'incident.service-added', data: { service: 'api' } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ services: ['api'] }));
    given([declaredAs({ services: ['api', 'web'] })])
      .when('incident.remove-service', { incidentId, service: 'api' })
      .happens({ type: 'incident.service-removed', data: { service: 'api' } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ services: ['web'] }));
  });

  it('[INC-12] takes 200 services at most', () => {
    given([declaredAs({ services: Array.from({ length: 200 }, (_, n) => `s${n}`) })])
      .when('incident.add-service', { incidentId, service: 'one more' })
      .isRefused('conflict', '200 services at most');
  });
});

describe('severity', () => {
  it('[INC-20] rises without a reason', () => {
    given([DECLARED])
      .when('incident.change-severity', { incidentId, severity: 1 })
      .happens({ type: 'incident.severity-changed', data: { from: 2, to: 1 } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ severity: 1 }));
  });

  it('[INC-21] falls with a reason only', () => {
    given([DECLARED])
      .when('incident.change-severity', { incidentId, severity: 3, reason: 'one tenant' })
      .happens({ type: 'incident.severity-changed', data: { from: 2, to: 3, reason: 'one tenant' } });
  });

  it.each([undefined, '', ' \n '])('[INC-21] does not fall for the reason %j', (reason) => {
    given([DECLARED])
      .when('incident.change-severity', { incidentId, severity: 3, reason })
      .isRefused('invalid', 'Lowering from SEV2 to SEV3 takes a reason.', {
        faults: [{ path: 'reason', message: 'Lowering from SEV2 to SEV3 takes a reason.' }],
      });
  });

  it('[CAN-7] is one of four', () => {
    given([DECLARED])
      .when('incident.change-severity', { incidentId, severity: 5 as 4 })
      .isRefused('invalid', 'severity: Expected one of 1, 2, 3, 4.');
  });
});

describe('milestones', () => {
  it.each([incidentAt('detected'), incidentAt('closed')])('[INC-50] are set, on a closed incident too', (...past) => {
    given(past)
      .when('incident.set-milestone', { incidentId, milestone: 'mitigated', at: T0 })
      .happens({ type: 'incident.milestone-set', data: { milestone: 'mitigated', to: T0 } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ milestones: { mitigated: T0 } }));
  });

  it('[INC-50] are changed and cleared', () => {
    given([declaredAs({ startedAt: T0 - MINUTE })])
      .when('incident.set-milestone', { incidentId, milestone: 'started', at: T0 })
      .happens({ type: 'incident.milestone-set', data: { milestone: 'started', from: T0 - MINUTE, to: T0 } });
    given([declaredAs({ startedAt: T0 - MINUTE })])
      .when('incident.set-milestone', { incidentId, milestone: 'started', at: null })
      .happens({ type: 'incident.milestone-set', data: { milestone: 'started', from: T0 - MINUTE } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ milestones: { detected: T0 } }));
  });

  it('[INC-51] never lie in the future', () => {
    given([DECLARED])
      .when('incident.set-milestone', { incidentId, milestone: 'resolved', at: T0 + 10 * MINUTE }, { now: T0 })
      .isRefused('invalid', 'future');
  });

  it('[INC-52] say that somebody acknowledged once a person moves, closes, reopens or holds a role', () => {
    const acknowledged = (at: number | undefined) => (room: { incident: object }) =>
      expect(room.incident).toHaveProperty('milestones.acknowledged', at);
    const now = T0 + 9 * MINUTE;
    given([DECLARED])
      .when('incident.change-status', { incidentId, status: 'investigating' }, { now })
      .leadsTo(acknowledged(now));
    given([DECLARED])
      .when('incident.close', { incidentId, as: 'false-alarm', reason: 'a test' }, { now })
      .leadsTo(acknowledged(now));
    given([DECLARED]).when('incident.take-role', { incidentId, role: 'scribe' }, { now }).leadsTo(acknowledged(now));
    given([DECLARED, { ...moved('detected', 'resolved'), by: 'system/test' }])
      .when('incident.reopen', { incidentId, reason: 'back' }, { now })
      .leadsTo(acknowledged(now));
    given([DECLARED, moved('detected', 'investigating')])
      .when('incident.take-role', { incidentId, role: 'scribe' }, { now })
      .leadsTo(acknowledged(T0 + MINUTE));
  });

  it('[INC-52] are not touched by what Sitrep does by itself', () => {
    given([DECLARED])
      .when('incident.change-status', { incidentId, status: 'investigating' }, { actor: SYSTEM })
      .leadsTo(({ incident }) => expect(incident).not.toHaveProperty('milestones.acknowledged'));
  });
});
