import { describe, expect, it } from 'vitest';
import { alertRow } from './alert-row.ts';
import { isKnown } from './state.ts';
import type { AlertContent } from './events.ts';
import { integrationActor } from '../kernel/actor.ts';
import { REN, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { INCIDENT } from '../testing/incident-past.ts';

const alertId = testId(0x31);
const integrationId = testId(0x41);
const source = integrationActor(integrationId);
const content: AlertContent = {
  title: 'Checkout errors',
  description: '12 %',
  severity: 'critical',
  service: 'checkout',
  labels: { cluster: 'eu' },
  group: 'checkout',
};
const fire = { alertId, integrationId, fingerprint: 'f', content };

const FIRED: Past = { type: 'alert.fired', data: { integrationId, fingerprint: 'f', occurrence: 1, content } };
const ACKNOWLEDGED: Past = { type: 'alert.acknowledged', data: { occurrence: 1 } };
const RESOLVED: Past = { type: 'alert.resolved', data: { occurrence: 1, cause: 'source' } };

describe('an alert', () => {
  it('[ALR-1] fires for the first time', () => {
    given([])
      .when('alert.fire', fire, { actor: source, now: T0 })
      .happens({ type: 'alert.fired', data: { integrationId, fingerprint: 'f', occurrence: 1, content } })
      .leadsTo((alert) =>
        expect(alert).toEqual({
          status: 'firing',
          id: alertId,
          integrationId,
          fingerprint: 'f',
          occurrence: 1,
          content,
          firedAt: T0,
        }),
      );
  });

  it('[ALR-1][ALR-7] fires anew after it resolved, unacknowledged', () => {
    given([FIRED, ACKNOWLEDGED, RESOLVED])
      .when('alert.fire', fire, { actor: source })
      .happens({ type: 'alert.fired', data: { integrationId, fingerprint: 'f', occurrence: 2, content } })
      .leadsTo((alert) => {
        expect(alert).toMatchObject({ status: 'firing', occurrence: 2, firedAt: T0 + 3 * MINUTE });
        expect(alert).not.toHaveProperty('acknowledgedAt');
        expect(alert).not.toHaveProperty('resolvedAt');
      });
  });

  it.each([[[FIRED]], [[FIRED, ACKNOWLEDGED]]])('[ALR-2] makes no news of a repeat', (past) => {
    given(past).when('alert.fire', fire, { actor: source }).happens();
    given(past)
      .when('alert.fire', { ...fire, content: { ...content, description: '13 %', labels: {} } }, { actor: source })
      .happens();
  });

  it.each([{ title: 'Checkout down' }, { severity: 'error' }, { service: 'cart' }] as const)(
    '[ALR-3] takes over %j from a repeat, and stays as it is otherwise',
    (change) => {
      const changed = { ...content, ...change };
      given([FIRED, ACKNOWLEDGED])
        .when('alert.fire', { ...fire, content: changed }, { actor: source })
        .happens({ type: 'alert.content-changed', data: { content: changed } })
        .leadsTo((alert) =>
          expect(alert).toMatchObject({ status: 'acknowledged', occurrence: 1, firedAt: T0, content: changed }),
        );
    },
  );

  it('[ALR-4] is acknowledged once, while it fires', () => {
    given([FIRED])
      .when('alert.acknowledge', { alertId }, { actor: REN.actor, now: T0 + 9 })
      .happens({ type: 'alert.acknowledged', data: { occurrence: 1 } })
      .leadsTo((alert) => expect(alert).toMatchObject({ status: 'acknowledged', acknowledgedAt: T0 + 9 }));
    given([FIRED, ACKNOWLEDGED]).when('alert.acknowledge', { alertId }).happens();
    given([FIRED, RESOLVED]).when('alert.acknowledge', { alertId }).isRefused('conflict', 'has resolved already');
    given([]).when('alert.acknowledge', { alertId }).isRefused('not-found', 'There is no such alert.');
  });

  it.each([[[FIRED]], [[FIRED, ACKNOWLEDGED]]])('[ALR-5] resolves', (past) => {
    given(past)
      .when('alert.resolve', { alertId, cause: 'quiet' }, { actor: source, now: T0 + 9 })
      .happens({ type: 'alert.resolved', data: { occurrence: 1, cause: 'quiet' } })
      .leadsTo((alert) => expect(alert).toMatchObject({ status: 'resolved', resolvedAt: T0 + 9 }));
  });

  it('[ALR-5] that does not fire has nothing to resolve', () => {
    given([]).when('alert.resolve', { alertId, cause: 'source' }, { actor: source }).happens();
    given([FIRED, RESOLVED]).when('alert.resolve', { alertId, cause: 'source' }, { actor: source }).happens();
  });

  it.each(['source', 'quiet', 'person'] as const)(
    '[ALR-6] that a person resolves as %s was resolved by a person',
    (cause) => {
      given([FIRED])
        .when('alert.resolve', { alertId, cause }, { actor: REN.actor })
        .happens({ type: 'alert.resolved', data: { occurrence: 1, cause: 'person' } });
    },
  );

  it('[ALR-8] is cut to fit, and loses what cannot be stored', () => {
    const wild = {
      ...content,
      title: ` a\u0000b\n${'x'.repeat(300)}`,
      description: `1\u0007\n\ud800${'y'.repeat(10_000)}`,
      service: `${'z'.repeat(118)}\u{1f525}!!`,
    };
    given([])
      .when('alert.fire', { ...fire, content: wild }, { actor: source })
      .leadsTo((alert) => {
        if (!isKnown(alert)) throw new Error('not fired');
        expect(alert.content.title).toBe(`ab ${'x'.repeat(196)}…`);
        expect(alert.content.service).toBe(`${'z'.repeat(118)}\ufffd…`);
        expect(alert.content.description).toHaveLength(10_000);
        expect(alert.content.description.slice(0, 4)).toBe('1\n\ufffdy');
      });
  });
});

describe('the row of an alert', () => {
  const sighting = { received: 3, lastReceivedAt: T0 + 5 };

  it('[ALR-5] tells when it resolved, and the incident that it joined', () => {
    given([FIRED])
      .when('alert.resolve', { alertId }, { now: T0 + 9 })
      .leadsTo((alert) => {
        if (!isKnown(alert)) throw new Error('not fired');
        expect(alertRow(alert, sighting, INCIDENT)).toEqual({
          id: alertId,
          integrationId,
          status: 'resolved',
          title: 'Checkout errors',
          description: '12 %',
          severity: 'critical',
          service: 'checkout',
          labels: { cluster: 'eu' },
          occurrence: 1,
          firedAt: T0,
          resolvedAt: T0 + 9,
          received: 3,
          lastReceivedAt: T0 + 5,
          incidentId: INCIDENT,
        });
        expect(alertRow(alert, sighting, undefined)).not.toHaveProperty('incidentId');
      });
  });
});
