import { describe, expect, it } from 'vitest';
import { ADA, CAI, REN, ROZ, SYSTEM, VIC, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, held } from '../testing/incident-past.ts';
import {
  AT,
  COMMANDED,
  M1,
  M2,
  OBJECTION,
  about,
  amended,
  approved,
  finished,
  halted,
  objected,
  objectionWithdrawn,
  proposed,
  started,
} from '../testing/mitigation-past.ts';

const of = { incidentId: INCIDENT, mitigationId: M1 };
const asCai = { actor: CAI.actor };

const DECISIONS = [
  ['mitigation.approve', { ...of, revision: 1 }],
  ['mitigation.reject', { ...of, reason: 'too risky' }],
  ['mitigation.halt', of],
] as const;

describe('who decides', () => {
  it.each(DECISIONS)('[MIT-30] %s is for commander and deputy, of whatever account', (type, input) => {
    for (const past of [COMMANDED, [DECLARED, held('deputy', VIC)]]) {
      const actor = past === COMMANDED ? CAI.actor : VIC.actor;
      given([...past, proposed()])
        .when(type, input, { actor })
        .leadsTo((room) => expect(room).not.toMatchObject({ mitigations: { items: [{ status: 'proposed' }] } }));
    }
  });

  it.each(DECISIONS)('[MIT-30] %s is for nobody else, and the refusal names who may', (type, input) => {
    for (const { actor } of [REN, ADA]) {
      given([...COMMANDED, held('deputy', ROZ), proposed()])
        .when(type, input, { actor })
        .isRefused('forbidden', "This is for the incident's commander or deputy: @cai, @roz.");
      given([DECLARED, proposed()])
        .when(type, input, { actor })
        .isRefused('forbidden', /^This is for the incident's commander or deputy\.$/);
    }
  });

  it('[MIT-30] Sitrep itself halts, as drills do', () => {
    given([...COMMANDED, proposed()])
      .when('mitigation.halt', of, { actor: SYSTEM })
      .happens({ type: 'mitigation.halted', data: about() });
  });
});

describe('approving', () => {
  const approve = { ...of, revision: 1 };
  const plain = { ...about(), revision: 1, despite: [], collisions: [] };

  it('[MIT-34] keeps a note, and who proceeds', () => {
    given([...COMMANDED, proposed({ owner: REN.id })])
      .when('mitigation.approve', { ...approve, note: ' one pod first ' }, asCai)
      .happens({ type: 'mitigation.approved', data: { ...plain, note: 'one pod first', owner: REN.id } })
      .leadsTo(({ mitigations }) =>
        expect(mitigations.items[0]).toMatchObject({
          status: 'approved',
          approved: { by: CAI.actor.ref, at: T0 + 3 * MINUTE, said: 'one pod first', despite: [] },
        }),
      );
  });

  it('[MIT-31] what was amended meanwhile has not been seen', () => {
    given([...COMMANDED, proposed(), amended(2), objected()])
      .when('mitigation.approve', approve, asCai)
      .isRefused('conflict', 'amended meanwhile', { current: { revision: 2, objections: [OBJECTION] } });
    given([...COMMANDED, proposed(), amended(2)])
      .when('mitigation.approve', { ...approve, revision: 2 }, asCai)
      .happens({ type: 'mitigation.approved', data: { ...plain, revision: 2 } });
  });

  it('[MIT-32] an objection that came meanwhile has not been seen', () => {
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.approve', approve, asCai)
      .isRefused('conflict', 'The queue is not drained', { current: { revision: 1, objections: [OBJECTION] } });
    const seen = { ...approve, objections: [OBJECTION] };
    given([...COMMANDED, proposed(), objected(), objected(REN, testId(0x92))])
      .when('mitigation.approve', seen, asCai)
      .isRefused('conflict', 'Look at it before you approve');
  });

  it('[MIT-34] goes on despite objections that were seen; withdrawn ones are none', () => {
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.approve', { ...approve, objections: [OBJECTION] }, asCai)
      .happens({ type: 'mitigation.approved', data: { ...plain, despite: [OBJECTION] } });
    given([...COMMANDED, proposed(), objected(), objectionWithdrawn()])
      .when('mitigation.approve', approve, asCai)
      .happens({ type: 'mitigation.approved', data: plain });
  });

  const api = { services: ['api'] };
  const other: readonly Past[] = [proposed({ services: ['API', 'db'] }, M2), approved(M2)];

  it('[MIT-33] what collides has to be seen', () => {
    given([...COMMANDED, ...other, proposed(api)])
      .when('mitigation.approve', approve, asCai)
      .isRefused('conflict', /^M1 collides with M2 “Restart the workers” \(approved\) on API\./, {
        current: { collisions: [M2] },
      });
    given([...COMMANDED, ...other, proposed(api)])
      .when('mitigation.approve', { ...approve, collisions: [M2] }, asCai)
      .happens({ type: 'mitigation.approved', data: { ...plain, collisions: [M2] } });
  });

  const midway = [...other, started(M2), halted(M2)];
  it.each<[string, readonly Past[]]>([
    ['is executing', [...other, started(M2)]],
    ['was executed', [...other, started(M2), finished(M2)]],
    ['was halted midway', midway],
  ])('[MIT-40] another one that %s on the same service collides', (_how, past) => {
    given([...COMMANDED, ...past, proposed(api)])
      .when('mitigation.approve', approve, asCai)
      .isRefused('conflict', 'collides with M2');
  });

  it.each<[string, readonly Past[], number]>([
    ['is only proposed', [proposed(api, M2)], 0],
    ['is on another service', [proposed({ services: ['db'] }, M2), approved(M2)], 0],
    ['was halted before it began', [...other, halted(M2)], 0],
    ['was executed more than two hours ago', [...other, started(M2), finished(M2)], 200 * MINUTE],
  ])('[MIT-40] another one that %s does not', (_how, past, later) => {
    given([...COMMANDED, ...past, proposed(api)])
      .when('mitigation.approve', approve, { ...asCai, now: T0 + 10 * MINUTE + later })
      .happens({ type: 'mitigation.approved', data: plain });
  });
});

describe('rejecting and halting', () => {
  it('[MIT-35] rejecting takes a reason, halting takes none', () => {
    given([...COMMANDED, proposed()])
      .when('mitigation.reject', { ...of, reason: ' ' }, asCai)
      .isRefused('invalid');
    given([...COMMANDED, proposed()])
      .when('mitigation.reject', { ...of, reason: 'too risky' }, asCai)
      .happens({ type: 'mitigation.rejected', data: { ...about(), reason: 'too risky' } });
    given([...COMMANDED, ...AT.executing])
      .when('mitigation.halt', { ...of, reason: 'errors rise' }, asCai)
      .happens({ type: 'mitigation.halted', data: { ...about(), reason: 'errors rise' } });
  });

  it.each(['proposed', 'approved', 'executing', 'executed'] as const)('[MIT-36] halts what is %s', (stage) => {
    given([...COMMANDED, ...AT[stage]])
      .when('mitigation.halt', of, asCai)
      .happens({ type: 'mitigation.halted', data: about() })
      .leadsTo(({ mitigations }) =>
        expect(mitigations.items[0]).toMatchObject({ status: 'halted', halted: { from: stage } }),
      );
  });
});
