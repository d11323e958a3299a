import { describe, expect, it } from 'vitest';
import type { IncidentState } from './state.ts';
import { INCIDENT_STATUSES, OPEN_STATUSES, type OpenStatus } from './values.ts';
import { REN, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0 } from '../testing/history.ts';
import { DECLARED, INCIDENT, OTHER_INCIDENT, incidentAt } from '../testing/incident-past.ts';

const incidentId = INCIDENT;

/** The table of docs/spec/incidents.md, written down once more so that the code cannot judge itself. */
const MOVES: Readonly<Record<OpenStatus, readonly OpenStatus[]>> = {
  detected: ['investigating', 'resolved'],
  investigating: ['detected', 'identified'],
  identified: ['detected', 'investigating', 'mitigating'],
  mitigating: ['detected', 'investigating', 'identified', 'resolved'],
  resolved: ['detected', 'investigating', 'identified', 'mitigating'],
};

const pairs = OPEN_STATUSES.flatMap((from) =>
  OPEN_STATUSES.filter((to) => to !== from).map((to) => [from, to] as const),
);

const milestones = (state: IncidentState) => (state.status === 'undeclared' ? {} : state.milestones);

describe('moving the status', () => {
  it.each(pairs.filter(([from, to]) => MOVES[from].includes(to)))('[INC-30] goes from %s to %s', (from, to) => {
    given(incidentAt(from))
      .when('incident.change-status', { incidentId, status: to }, { actor: REN.actor })
      .happens({ type: 'incident.status-changed', data: { from, to } })
      .leadsTo(({ incident }) => expect(incident.status).toBe(to));
  });

  it.each(pairs.filter(([from, to]) => !MOVES[from].includes(to)))('[INC-30] does not go from %s to %s', (from, to) => {
    given(incidentAt(from))
      .when('incident.change-status', { incidentId, status: to })
      .isRefused('conflict', `From ${from} an incident moves to: ${MOVES[from].join(', ')}.`, {
        current: { status: from },
      });
  });

  it('[INC-31] sets the milestone resolved, and clears it on the way back', () => {
    const now = T0 + 77;
    given(incidentAt('mitigating'))
      .when('incident.change-status', { incidentId, status: 'resolved' }, { now })
      .leadsTo(({ incident }) => expect(milestones(incident).resolved).toBe(now));
    given(incidentAt('resolved'))
      .when('incident.change-status', { incidentId, status: 'mitigating' })
      .leadsTo(({ incident }) => expect(milestones(incident)).not.toHaveProperty('resolved'));
    given(incidentAt('closed'))
      .when('incident.reopen', { incidentId, reason: 'back' })
      .leadsTo(({ incident }) => expect(milestones(incident)).not.toHaveProperty('resolved'));
  });

  it('[INC-32] keeps the reason', () => {
    given([DECLARED])
      .when('incident.change-status', { incidentId, status: 'investigating', reason: 'on it' })
      .happens({ type: 'incident.status-changed', data: { from: 'detected', to: 'investigating', reason: 'on it' } });
    given([DECLARED])
      .when('incident.change-status', { incidentId, status: 'investigating', reason: '  ' })
      .happens({ type: 'incident.status-changed', data: { from: 'detected', to: 'investigating' } });
  });
});

describe('closing', () => {
  it('[INC-40] completes a resolved incident', () => {
    given(incidentAt('resolved'))
      .when('incident.close', { incidentId, reason: 'post-mortem held' }, { now: T0 + 99 })
      .happens({
        type: 'incident.closed',
        data: { from: 'resolved', closure: { kind: 'completed', reason: 'post-mortem held' } },
      })
      .leadsTo(({ incident }) =>
        expect(incident).toMatchObject({
          status: 'closed',
          closedAt: T0 + 99,
          statusSince: T0 + 99,
          closure: { kind: 'completed', reason: 'post-mortem held' },
        }),
      );
  });

  it.each(['completed', 'false-alarm'] as const)('[INC-40][INC-41] takes a reason as %s', (as) => {
    given(incidentAt('resolved')).when('incident.close', { incidentId, as }).isRefused('invalid', 'takes a reason');
    given(incidentAt('resolved'))
      .when('incident.close', { incidentId, as, reason: ' ' })
      .isRefused('invalid', 'Closing takes a reason.', {
        faults: [{ path: 'reason', message: 'Closing takes a reason.' }],
      });
  });

  it.each(OPEN_STATUSES)('[INC-41] ends a false alarm from %s', (from) => {
    given(incidentAt(from))
      .when('incident.close', { incidentId, as: 'false-alarm', reason: 'a test' })
      .happens({ type: 'incident.closed', data: { from, closure: { kind: 'false-alarm', reason: 'a test' } } });
  });

  it.each(OPEN_STATUSES)('[INC-42] ends a duplicate and a merged incident from %s', (from) => {
    const facts = { incidentKey: () => 'INC-2026-0002' };
    given(incidentAt(from))
      .when('incident.close', { incidentId, as: 'duplicate', otherId: OTHER_INCIDENT }, { facts })
      .happens({
        type: 'incident.closed',
        data: { from, closure: { kind: 'duplicate', of: OTHER_INCIDENT, key: 'INC-2026-0002' } },
      });
    given(incidentAt(from))
      .when('incident.close', { incidentId, as: 'merged', otherId: OTHER_INCIDENT }, { facts })
      .happens({
        type: 'incident.closed',
        data: { from, closure: { kind: 'merged', into: OTHER_INCIDENT, key: 'INC-2026-0002' } },
      });
  });

  it.each([
    [undefined, 'Say which incident'],
    [INCIDENT, 'this incident itself'],
    [testId(0xfe), 'There is no such incident.'],
  ])('[INC-42] needs another incident that the actor sees, not %s', (otherId, saying) => {
    given([DECLARED])
      .when('incident.close', { incidentId, as: 'duplicate', ...(otherId === undefined ? {} : { otherId }) })
      .isRefused('invalid', saying);
  });

  it.each(OPEN_STATUSES.filter((status) => status !== 'resolved'))('[INC-43] does not complete from %s', (from) => {
    given(incidentAt(from))
      .when('incident.close', { incidentId, reason: 'done' })
      .isRefused('conflict', `Resolve INC-2026-0001 first`, { current: { status: from } });
  });
});

describe('reopening', () => {
  it.each(INCIDENT_STATUSES)('[INC-44] from %s', (from) => {
    const reopened = given(incidentAt(from)).when('incident.reopen', { incidentId, reason: 'it is back' });
    if (from !== 'resolved' && from !== 'closed') {
      reopened.isRefused('conflict', `INC-2026-0001 is open already: ${from}.`);
      return;
    }
    reopened.happens({ type: 'incident.reopened', data: { from, reason: 'it is back' } }).leadsTo(({ incident }) => {
      expect(incident.status).toBe('investigating');
      expect(incident).not.toHaveProperty('closure');
      expect(incident).not.toHaveProperty('closedAt');
    });
  });

  it('[INC-44] takes a reason', () => {
    given(incidentAt('closed'))
      .when('incident.reopen', { incidentId, reason: ' \n' })
      .isRefused('invalid', 'reason: Write something first.');
  });
});
