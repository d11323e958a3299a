import { describe, it } from 'vitest';
import { REN, ROZ, testId, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import type { CommandType } from './catalogue.ts';

const incidentId = INCIDENT;
const entryId = testId(0x51);
const WRITTEN: Past = { type: 'timeline.entry-added', data: { entryId, kind: 'note', text: 'one' } };

const pin = (what: 'pinned' | 'unpinned', by: Player, undoOf?: string): Past => ({
  type: `timeline.entry-${what}`,
  data: { entryId, ...(undoOf === undefined ? {} : { undoOf }) },
  by: by.actor.ref,
});
const service = (what: 'added' | 'removed', by: Player): Past => ({
  type: `incident.service-${what}`,
  data: { service: 'api' },
  by: by.actor.ref,
});

const PAST = [DECLARED, WRITTEN];
const BY_REN = { actor: REN.actor };

describe('taking back a pin or a service', () => {
  it('[UNDO-3] is refused where somebody unpinned and pinned since, with who it was', () => {
    const current = { field: 'pin', to: 'pinned', by: ROZ.actor.ref, at: T0 + 4 * 60_000, commandId: 'command-4' };
    given([...PAST, pin('pinned', REN), pin('unpinned', ROZ), pin('pinned', ROZ)])
      .when(
        'timeline.unpin-entry',
        {
          incidentId,
          entryId,
          undoOf: 'command-2',
        },
        BY_REN,
      )
      .isRefused('conflict', 'changed this since', { current });
    given([...PAST, pin('pinned', ROZ), pin('unpinned', REN), pin('pinned', ROZ)])
      .when(
        'timeline.pin-entry',
        {
          incidentId,
          entryId,
          undoOf: 'command-3',
        },
        BY_REN,
      )
      .isRefused('conflict', 'changed this since', { current });
  });

  it('[UNDO-4] is for who did it', () => {
    given([...PAST, pin('pinned', ROZ)])
      .when('timeline.unpin-entry', { incidentId, entryId, undoOf: 'command-2' }, BY_REN)
      .isRefused('conflict');
    given([...PAST, service('added', ROZ)])
      .when(
        'incident.remove-service',
        {
          incidentId,
          service: 'api',
          undoOf: 'command-2',
        },
        BY_REN,
      )
      .isRefused('conflict');
  });

  it('[UNDO-10] goes several steps back', () => {
    const both = [pin('pinned', REN), pin('unpinned', REN)];
    given([...PAST, ...both])
      .when('timeline.unpin-entry', { incidentId, entryId, undoOf: 'command-2' }, BY_REN)
      .isRefused('conflict');
    given([...PAST, ...both, pin('pinned', REN, 'command-3')])
      .when(
        'timeline.unpin-entry',
        {
          incidentId,
          entryId,
          undoOf: 'command-2',
        },
        BY_REN,
      )
      .happens({ type: 'timeline.entry-unpinned', data: { entryId, undoOf: 'command-2' } });
  });

  it('[UNDO-3] is refused where somebody removed and added the service since, with who it was', () => {
    given([...PAST, service('added', REN), service('removed', ROZ), service('added', ROZ)])
      .when(
        'incident.remove-service',
        {
          incidentId,
          service: 'api',
          undoOf: 'command-2',
        },
        BY_REN,
      )
      .isRefused('conflict', 'changed this since', {
        current: { field: 'service/api', to: 'api', by: ROZ.actor.ref, at: T0 + 4 * 60_000, commandId: 'command-4' },
      });
  });

  it('[UNDO-13] remembers the fifty services that were changed last', () => {
    const others = Array.from({ length: 50 }, (_, n): Past => ({
      type: 'incident.service-added',
      data: { service: `other-${n}` },
    }));
    const back = { incidentId, service: 'api', undoOf: 'command-2' };
    given([...PAST, service('added', REN), ...others.slice(1)])
      .when('incident.remove-service', back, BY_REN)
      .happens({
        type: 'incident.service-removed',
        data: { service: 'api', undoOf: 'command-2' },
      });
    given([...PAST, service('added', REN), ...others])
      .when('incident.remove-service', back, BY_REN)
      .isRefused('conflict');
  });
});

const LEADS_ELSEWHERE: readonly [string, Past, CommandType, object][] = [
  [
    'a title',
    { type: 'incident.title-changed', data: { from: 'Checkout fails', to: 'All' } },
    'incident.change-title',
    { title: 'Some' },
  ],
  [
    'a summary',
    { type: 'incident.summary-changed', data: { from: '', to: 'Cards' } },
    'incident.change-summary',
    { summary: 'All' },
  ],
  [
    'a milestone',
    { type: 'incident.milestone-set', data: { milestone: 'started', to: T0 } },
    'incident.set-milestone',
    { milestone: 'started', at: T0 - 5 },
  ],
  [
    'a severity',
    { type: 'incident.severity-changed', data: { from: 2, to: 3 } },
    'incident.change-severity',
    { severity: 1 },
  ],
  [
    'a status',
    { type: 'incident.status-changed', data: { from: 'detected', to: 'investigating' } },
    'incident.change-status',
    { status: 'identified' },
  ],
  [
    'a role',
    { type: 'incident.role-changed', data: { role: 'scribe', to: REN.id, move: 'taken' } },
    'incident.assign-role',
    { role: 'scribe', userId: ROZ.id },
  ],
  [
    'a role that was held',
    { type: 'incident.role-changed', data: { role: 'scribe', from: ROZ.id, to: REN.id, move: 'taken' } },
    'incident.release-role',
    { role: 'scribe' },
  ],
  ['a service', service('removed', REN), 'incident.remove-service', { service: 'api' }],
  ['a pin', pin('pinned', REN), 'timeline.pin-entry', { entryId }],
];

describe('taking back', () => {
  it.each(LEADS_ELSEWHERE)(
    '[UNDO-14] %s leads to what was before, and is refused where it leads elsewhere',
    (_what, past, type, input) => {
      given([...PAST, { ...past, by: REN.actor.ref }])
        .when(type, { incidentId, ...input, undoOf: 'command-2' }, BY_REN)
        .isRefused('invalid', 'what was there before');
    },
  );
});
