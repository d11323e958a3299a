import { describe, expect, it } from 'vitest';
import { GUS, REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { INCIDENT } from '../testing/incident-past.ts';
import { COMMANDED, M1, TITLE, planOf } from '../testing/mitigation-past.ts';

const incidentId = INCIDENT;
const asRen = { actor: REN.actor };

describe('recording what was done without approval', () => {
  const record = {
    incidentId,
    mitigationId: M1,
    title: TITLE,
    reason: 'the disk was full',
    doneAt: T0 - 10 * MINUTE,
    services: ['api'],
  };

  it('[MIT-60] enters as executed, with the reason, and is verified like any other', () => {
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneBy: ROZ.id }, asRen)
      .happens({
        type: 'mitigation.recorded-uncoordinated',
        data: {
          mitigationId: M1,
          number: 1,
          plan: planOf({ services: ['api'] }),
          reason: 'the disk was full',
          doneAt: T0 - 10 * MINUTE,
          doneBy: ROZ.id,
        },
      })
      .leadsTo(({ mitigations }) =>
        expect(mitigations.items[0]).toMatchObject({
          status: 'executed',
          statusSince: T0 - 10 * MINUTE,
          executed: { at: T0 - 10 * MINUTE },
          started: { executor: ROZ.id },
          uncoordinated: { reason: 'the disk was full', recordedBy: REN.actor.ref },
        }),
      );
    const past: Past = {
      type: 'mitigation.recorded-uncoordinated',
      data: { mitigationId: M1, number: 1, plan: planOf(), reason: 'disk', doneAt: T0 },
    };
    given([...COMMANDED, past])
      .when('mitigation.verify', { incidentId, mitigationId: M1, outcome: 'effective', seen: 'disk is free' }, asRen)
      .leadsTo(({ mitigations }) => expect(mitigations.items[0]?.status).toBe('effective'));
  });

  it('[MIT-60] takes a reason, and a time that has come', () => {
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, reason: ' ' }, asRen)
      .isRefused('invalid');
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneAt: T0 + 60 * MINUTE }, asRen)
      .isRefused('invalid', 'future');
  });

  it('[MIT-61] names somebody known, also somebody who left', () => {
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneBy: testId(0xbb) }, asRen)
      .isRefused('invalid', 'no such person');
    given(COMMANDED)
      .when('mitigation.record-uncoordinated', { ...record, doneBy: GUS.id }, asRen)
      .leadsTo(({ mitigations }) => expect(mitigations.items[0]?.started?.executor).toBe(GUS.id));
  });
});
