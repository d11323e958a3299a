import { describe, expect, it } from 'vitest';
import { REN, ROZ } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import type { ImpactChanges } from './events.ts';

const incidentId = INCIDENT;
const BY_REN = { actor: REN.actor };

const changed = (revision: number, changes: ImpactChanges, before: ImpactChanges, by = REN): Past => ({
  type: 'situation.impact-changed',
  data: { revision, changes, before },
  by: by.actor.ref,
});

const USERS = changed(1, { users: 'Nobody can pay' }, { users: '' });

describe('the impact', () => {
  it('[SIT-1][SIT-42] is said in words, numbers, trend and times, by somebody', () => {
    const changes: ImpactChanges = {
      users: 'Nobody can pay',
      business: 'No orders',
      reputation: 'It is in the news',
      numbers: [{ label: 'failed checkouts', value: '38 %' }],
      trend: 'worse',
      startedAt: T0 - MINUTE,
      endedAt: T0,
    };
    given([DECLARED])
      .when('situation.change-impact', { incidentId, ...changes, users: 'Nobody can pay\n' }, BY_REN)
      .happens({
        type: 'situation.impact-changed',
        data: {
          revision: 1,
          changes,
          before: {
            users: '',
            business: '',
            reputation: '',
            numbers: [],
            trend: null,
            startedAt: null,
            endedAt: null,
          },
        },
      })
      .leadsTo(({ situation }) => {
        expect(situation.impact).toMatchObject({ ...changes, revision: 1, updatedBy: REN.actor.ref });
        expect(situation).toMatchObject({ updatedBy: REN.actor.ref, updatedAt: T0 + MINUTE });
      });
  });

  it('[SIT-1] is bounded', () => {
    const asking = (fields: object) => given([DECLARED]).when('situation.change-impact', { incidentId, ...fields });
    asking({ users: 'x'.repeat(2_001) }).isRefused('invalid');
    asking({ numbers: Array.from({ length: 13 }, () => ({ label: 'a', value: 'b' })) }).isRefused('invalid');
    asking({ numbers: [{ label: '', value: 'b' }] }).isRefused('invalid');
    asking({ trend: 'odd' }).isRefused('invalid');
    asking({ customers: 'all' }).isRefused('invalid');
  });

  it('[SIT-2] keeps what a change does not name, and clears what it empties', () => {
    const TREND = changed(2, { trend: 'worse', startedAt: T0 }, { trend: null, startedAt: null });
    given([DECLARED, USERS, TREND])
      .when('situation.change-impact', { incidentId, trend: null, startedAt: null })
      .happens({
        type: 'situation.impact-changed',
        data: {
          revision: 3,
          changes: { trend: null, startedAt: null },
          before: { trend: 'worse', startedAt: T0 },
        },
      })
      .leadsTo(({ situation: { impact } }) => {
        expect(impact.users).toBe('Nobody can pay');
        expect(impact).not.toHaveProperty('trend');
        expect(impact).not.toHaveProperty('startedAt');
      });
  });

  it('[SIT-13] changes nothing where it is so already', () => {
    const past = [DECLARED, USERS];
    given(past)
      .when('situation.change-impact', { incidentId, users: 'Nobody can pay', trend: null, base: 0 })
      .happens();
    given(past).when('situation.change-impact', { incidentId }).happens();
    given(past)
      .when('situation.change-impact', { incidentId, users: 'Nobody can pay', business: 'No orders' })
      .happens({
        type: 'situation.impact-changed',
        data: { revision: 2, changes: { business: 'No orders' }, before: { business: '' } },
      });
  });

  it('[SIT-3] keeps what its writer has not seen', () => {
    const past = [DECLARED, USERS, changed(2, { trend: 'worse' }, { trend: null }, ROZ)];
    given(past)
      .when('situation.change-impact', { incidentId, trend: 'better', business: 'No orders', base: 1 })
      .isRefused('conflict', 'changed meanwhile', { current: { revision: 2, trend: 'worse' } });
    given(past)
      .when('situation.change-impact', { incidentId, business: 'No orders', base: 1 })
      .leadsTo(({ situation }) => expect(situation.impact).toMatchObject({ business: 'No orders', trend: 'worse' }));
    given(past)
      .when('situation.change-impact', { incidentId, trend: 'better', base: 2 })
      .leadsTo(({ situation }) => expect(situation.impact.trend).toBe('better'));
  });

  it('[SIT-4] neither begins nor ends in the future, nor ends before it began', () => {
    const asking = (fields: object) =>
      given([DECLARED]).when('situation.change-impact', { incidentId, ...fields }, { now: T0 });
    asking({ startedAt: T0 + 10 * MINUTE }).isRefused('invalid', 'future');
    asking({ endedAt: T0 + 10 * MINUTE }).isRefused('invalid', 'future');
    asking({ startedAt: T0, endedAt: T0 - 1 }).isRefused('invalid', 'cannot end before', {
      faults: [{ path: 'endedAt', message: 'It cannot end before it started.' }],
    });
    given([DECLARED, changed(1, { endedAt: T0 - MINUTE }, { endedAt: null })])
      .when('situation.change-impact', { incidentId, startedAt: T0 })
      .isRefused('invalid', 'cannot end before');
  });

  it('[SIT-43] is taken back by who changed it, as long as nobody was there since', () => {
    const undoing = { incidentId, users: '', undoOf: 'command-1' };
    given([DECLARED, USERS])
      .when('situation.change-impact', undoing, BY_REN)
      .happens({
        type: 'situation.impact-changed',
        data: { revision: 2, changes: { users: '' }, before: { users: 'Nobody can pay' }, undoOf: 'command-1' },
      });
    const since = changed(2, { users: 'Some can pay' }, { users: 'Nobody can pay' }, ROZ);
    given([DECLARED, USERS, since])
      .when('situation.change-impact', undoing, BY_REN)
      .isRefused('conflict', 'Somebody changed this since');
    given([DECLARED, USERS]).when('situation.change-impact', undoing, { actor: ROZ.actor }).isRefused('conflict');
    given([DECLARED, USERS])
      .when('situation.change-impact', { ...undoing, users: 'Mine' }, BY_REN)
      .isRefused('invalid', 'leads to what was there before');
  });
});
