import { describe, expect, it } from 'vitest';
import { isDeclared, suggestsResolve } from './state.ts';
import type { AlertId } from '../kernel/ids.ts';
import type { Room } from '../rooms/room.ts';
import { ADA } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import type { Past } from '../testing/history.ts';
import {
  ALERT_1,
  ALERT_2,
  ALERT_3,
  DECLARED,
  INCIDENT,
  allResolved,
  incidentAt,
  joined,
} from '../testing/incident-past.ts';

const incidentId = INCIDENT;
const alert = (alertId: AlertId) => ({ alertId, title: 'Errors' });
const join = (group: string, ...ids: readonly AlertId[]) => ({ incidentId, group, alerts: ids.map(alert) });

const alerts = (firing: readonly string[], resolved: readonly string[]) => (room: Room) =>
  expect(room.incident).toMatchObject({ alerts: { firing, resolved } });

const suggests = ({ incident }: Room): boolean => isDeclared(incident) && suggestsResolve(incident);

describe('alerts of an incident', () => {
  it('[INC-90][INC-92] join, the first of their group as news', () => {
    given([DECLARED])
      .when('incident.join-alerts', join('g', ALERT_1, ALERT_2))
      .happens({
        type: 'incident.alerts-joined',
        data: { group: 'g', alerts: [alert(ALERT_1), alert(ALERT_2)], again: [], news: true },
      })
      .leadsTo(alerts([ALERT_1, ALERT_2], []));
  });

  it('[INC-90] join once, also when named twice in one breath', () => {
    given([DECLARED, joined('g', [ALERT_1])])
      .when('incident.join-alerts', join('g', ALERT_1))
      .happens();
    given([DECLARED, joined('g', [ALERT_1])])
      .when('incident.join-alerts', join('g', ALERT_2, ALERT_1, ALERT_2))
      .leadsTo(alerts([ALERT_1, ALERT_2], []))
      .leadsTo(({ timeline }) => expect(timeline.entries.at(-1)).toMatchObject({ more: 1 }));
  });

  it('[INC-91][INC-92] fire again, as news where all had resolved', () => {
    given([DECLARED, joined('g', [ALERT_1]), allResolved(ALERT_1)])
      .when('incident.join-alerts', join('g', ALERT_1))
      .happens({ type: 'incident.alerts-joined', data: { group: 'g', alerts: [], again: [ALERT_1], news: true } })
      .leadsTo(alerts([ALERT_1], []));
  });

  it('[INC-92] are no news within a group that fires', () => {
    const past: readonly Past[] = [
      DECLARED,
      joined('g', [ALERT_1, ALERT_2]),
      { type: 'incident.alerts-resolved', data: { alertIds: [ALERT_1], remaining: 1 } },
    ];
    given(past)
      .when('incident.join-alerts', join('g', ALERT_1))
      .happens({ type: 'incident.alerts-joined', data: { group: 'g', alerts: [], again: [ALERT_1], news: false } });
    given(past)
      .when('incident.join-alerts', join('h', ALERT_3))
      .leadsTo(({ timeline }) => expect(timeline.entries.at(-1)).toMatchObject({ fact: { data: { news: true } } }));
  });

  it('[INC-93] resolve where they fire, and say how many remain', () => {
    given([DECLARED, joined('g', [ALERT_1, ALERT_2])])
      .when('incident.resolve-alerts', { incidentId, alertIds: [ALERT_1, ALERT_3, ALERT_1] })
      .happens({ type: 'incident.alerts-resolved', data: { alertIds: [ALERT_1], remaining: 1 } })
      .leadsTo(alerts([ALERT_2], [ALERT_1]));
    given([DECLARED, joined('g', [ALERT_1])])
      .when('incident.resolve-alerts', { incidentId, alertIds: [ALERT_2] })
      .happens();
  });

  it('[INC-14] resolve on a closed incident too', () => {
    given([...incidentAt('resolved'), joined('g', [ALERT_1]), ...incidentAt('closed').slice(-1)])
      .when('incident.resolve-alerts', { incidentId, alertIds: [ALERT_1] })
      .happens({ type: 'incident.alerts-resolved', data: { alertIds: [ALERT_1], remaining: 0 } });
  });

  it('[INC-94] suggest to resolve when none fires, and leave the deed to people', () => {
    given([DECLARED, joined('g', [ALERT_1, ALERT_2])])
      .when('incident.resolve-alerts', { incidentId, alertIds: [ALERT_1] })
      .leadsTo((room) => expect(suggests(room)).toBe(false));
    given([DECLARED, joined('g', [ALERT_1])])
      .when('incident.resolve-alerts', { incidentId, alertIds: [ALERT_1] })
      .leadsTo((room) => {
        expect(suggests(room)).toBe(true);
        expect(room.incident.status).toBe('detected');
      });
  });

  it('[INC-94] suggest nothing on an incident without alerts, or resolved already', () => {
    given([])
      .when('incident.declare', { incidentId, title: 'Down' }, { actor: ADA.actor })
      .leadsTo((room) => expect(suggests(room)).toBe(false));
    given([DECLARED, joined('g', [ALERT_1]), allResolved(ALERT_1)])
      .when('incident.change-status', { incidentId, status: 'resolved' })
      .leadsTo((room) => expect(suggests(room)).toBe(false));
  });
});
