import { describe, expect, it } from 'vitest';
import { REN, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0 } from '../testing/history.ts';
import { ALERT_1, ALERT_2, DECLARED, INCIDENT } from '../testing/incident-past.ts';

const declare = { incidentId: INCIDENT, title: 'Checkout fails' };

describe('declaring an incident', () => {
  it('[INC-1] takes a title only', () => {
    given([])
      .when('incident.declare', declare, { actor: REN.actor, facts: { number: 1 } })
      .happens({
        type: 'incident.declared',
        data: {
          key: 'INC-2026-0001',
          title: 'Checkout fails',
          summary: '',
          severity: 2,
          services: [],
          detection: 'employee',
          private: false,
        },
      });
  });

  it('[INC-2] mends the title to one line', () => {
    given([])
      .when('incident.declare', { ...declare, title: '  Checkout\n\t fails\u0000 ' })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ title: 'Checkout fails' }));
  });

  it.each([
    ['', 'title: Write at least 1 character.'],
    [' \n ', 'title: Write at least 1 character.'],
    ['x'.repeat(201), 'title: Write at most 200 characters.'],
  ])('[INC-2] refuses the title %j', (title, saying) => {
    given([])
      .when('incident.declare', { ...declare, title })
      .isRefused('invalid', saying, { faults: [{ path: 'title', message: saying.slice('title: '.length) }] });
  });

  it.each([
    [42, Date.UTC(2026, 0, 1), 'INC-2026-0042'],
    [12_345, Date.UTC(2025, 11, 31, 23, 59, 59, 999), 'INC-2025-12345'],
  ])('[INC-3] numbers incident %i of its UTC year', (number, now, key) => {
    given([])
      .when('incident.declare', declare, { now, facts: { number } })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ key }));
  });

  it('[INC-4] refuses to declare an id twice, and names the key', () => {
    given([DECLARED])
      .when('incident.declare', declare)
      .isRefused('conflict', 'INC-2026-0001', { current: { key: 'INC-2026-0001' } });
  });

  it('[INC-5] begins as detected, with the milestones it knows', () => {
    given([])
      .when('incident.declare', { ...declare, startedAt: T0 - MINUTE }, { now: T0 })
      .leadsTo(({ incident }) =>
        expect(incident).toMatchObject({
          status: 'detected',
          statusSince: T0,
          declaredAt: T0,
          milestones: { started: T0 - MINUTE, detected: T0 },
        }),
      );
  });

  it('[INC-6] bears a browser clock that runs ahead a little, and no more', () => {
    given([])
      .when('incident.declare', { ...declare, startedAt: T0 + 5 * MINUTE }, { now: T0 })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ milestones: { started: T0 + 5 * MINUTE } }));
    given([])
      .when('incident.declare', { ...declare, startedAt: T0 + 5 * MINUTE + 1 }, { now: T0 })
      .isRefused('invalid', 'future', { faults: [{ path: 'startedAt', message: 'This time lies in the future.' }] });
  });

  it('[INC-7] names each service once', () => {
    given([])
      .when('incident.declare', { ...declare, services: ['api', ' api ', 'web'] })
      .leadsTo(({ incident }) => expect(incident).toMatchObject({ services: ['api', 'web'] }));
    given([])
      .when('incident.declare', { ...declare, services: Array.from({ length: 51 }, (_, n) => `s${n}`) })
      .isRefused('invalid', 'services: Give at most 50 items.');
  });

  it('[INC-8] lets alerts join in the same moment, each once', () => {
    const alerts = [
      { alertId: ALERT_1, title: 'Errors' },
      { alertId: ALERT_2, title: 'Slow' },
      { alertId: ALERT_1, title: 'Errors' },
    ];
    given([])
      .when('incident.declare', { ...declare, alerts, alertGroup: 'checkout' })
      .leadsTo(({ incident, timeline }) => {
        expect(incident).toMatchObject({
          alertGroup: 'checkout',
          alerts: { firing: [ALERT_1, ALERT_2], resolved: [], groups: ['checkout'] },
        });
        expect(
          timeline.entries.map((entry) => (entry.origin === 'recorded' ? [entry.fact.type, entry.more] : [])),
        ).toEqual([
          ['incident.declared', 0],
          ['incident.alerts-joined', 1],
        ]);
      });
  });

  it('[ALR-8] cuts what a tool sent, so that no alert is too long to declare', () => {
    given([])
      .when('incident.declare', { ...declare, alerts: [{ alertId: testId(9), title: 'x'.repeat(500) }] })
      .leadsTo(({ timeline }) => expect(JSON.stringify(timeline)).toContain(`"${'x'.repeat(199)}…"`));
  });
});
