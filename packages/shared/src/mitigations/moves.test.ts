import { describe, expect, it } from 'vitest';
import type { CommandInput, CommandType } from '../protocol/catalogue.ts';
import { CAI, GUS, REN, ROZ, SYSTEM, VIC } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0 } from '../testing/history.ts';
import { INCIDENT } from '../testing/incident-past.ts';
import {
  AT,
  COMMANDED,
  M1,
  OBJECTION,
  STAGES,
  about,
  proposed,
  approved,
  type Stage,
} from '../testing/mitigation-past.ts';
import type { MitigationStatus } from './state.ts';

const of = { incidentId: INCIDENT, mitigationId: M1 };
const asCai = { actor: CAI.actor };

type MitigationCommand = Extract<CommandType, `mitigation.${string}`>;
type Deed = readonly [
  type: MitigationCommand,
  input: CommandInput<MitigationCommand>,
  to: MitigationStatus | 'same',
  from: readonly Stage[],
];

const verify = (outcome: 'effective' | 'ineffective' | 'rolled-back') => ({ ...of, outcome, seen: 'errors are gone' });
const THROUGH: readonly Stage[] = ['executing', 'executed', 'effective', 'ineffective', 'halted midway'];

/** The table of docs/spec/mitigations.md, written down once more so that the code cannot judge itself. */
const DEEDS: readonly Deed[] = [
  ['mitigation.amend', { ...of, base: 1, steps: 'two' }, 'same', ['proposed']],
  ['mitigation.object', { ...of, objectionId: OBJECTION, reason: 'no' }, 'same', ['proposed', 'approved']],
  ['mitigation.approve', { ...of, revision: 1 }, 'approved', ['proposed']],
  ['mitigation.reject', { ...of, reason: 'too risky' }, 'rejected', ['proposed']],
  ['mitigation.withdraw', of, 'withdrawn', ['proposed', 'approved']],
  ['mitigation.start', of, 'executing', ['approved']],
  ['mitigation.finish', of, 'executed', ['executing']],
  ['mitigation.verify', verify('effective'), 'effective', ['executed', 'ineffective']],
  ['mitigation.verify', verify('ineffective'), 'ineffective', ['executed', 'effective']],
  ['mitigation.verify', verify('rolled-back'), 'rolled-back', THROUGH],
  ['mitigation.halt', of, 'halted', ['proposed', 'approved', 'executing', 'executed']],
];

const cases = DEEDS.flatMap(([type, input, to, from]) =>
  STAGES.map((stage) => ({ type, input, stage, to, possible: from.includes(stage) })),
);

describe('from status to status', () => {
  it.each(cases.filter(({ possible }) => possible))(
    '[MIT-10] $type from $stage leads to $to',
    ({ type, input, stage, to }) => {
      given([...COMMANDED, ...AT[stage]])
        .when(type, input, asCai)
        .leadsTo((room) =>
          expect(room).toMatchObject({ mitigations: { items: [{ status: to === 'same' ? stage : to }] } }),
        );
    },
  );

  it.each(cases.filter(({ possible }) => !possible))(
    '[MIT-10] $type is not for what is $stage',
    ({ type, input, stage }) => {
      given([...COMMANDED, ...AT[stage]])
        .when(type, input, asCai)
        .isRefused('conflict', /^M1 is [a-z-]+, by @/);
    },
  );

  it.each(['rejected', 'withdrawn', 'halted before', 'halted midway'] as const)(
    '[MIT-11] what is %s is not executed: it is proposed anew',
    (stage) => {
      for (const type of ['mitigation.approve', 'mitigation.start', 'mitigation.finish'] as const) {
        given([...COMMANDED, ...AT[stage]])
          .when(type, type === 'mitigation.approve' ? { ...of, revision: 1 } : of, asCai)
          .isRefused('conflict', 'propose it anew');
      }
    },
  );

  it('[MIT-10] the refusal says who was there first', () => {
    given([...COMMANDED, ...AT.approved])
      .when('mitigation.reject', { ...of, reason: 'no' }, asCai)
      .isRefused('conflict', 'M1 is approved, by @cai', {
        current: { status: 'approved', by: CAI.actor.ref, at: T0 + 3 * MINUTE },
      });
  });

  it('[MIT-12] a change of status is progress, an amendment is none', () => {
    const now = T0 + 30 * MINUTE;
    given([...COMMANDED, ...AT.approved])
      .when('mitigation.start', of, { ...asCai, now })
      .leadsTo(({ mitigations }) => expect(mitigations.progressAt).toBe(now));
    given([...COMMANDED, ...AT.proposed])
      .when('mitigation.amend', { ...of, base: 1, steps: 'two' }, { ...asCai, now })
      .leadsTo(({ mitigations }) => expect(mitigations.progressAt).toBe(T0 + 2 * MINUTE));
  });
});

describe('starting', () => {
  const owned = [...COMMANDED, proposed({ owner: REN.id }), approved()];
  const free = [...COMMANDED, ...AT.approved];

  it('[MIT-50] is for the owner, and the owner executes', () => {
    given(owned)
      .when('mitigation.start', of, { actor: REN.actor })
      .happens({ type: 'mitigation.started', data: { ...about(), executor: REN.id } });
    given(owned)
      .when('mitigation.start', of, asCai)
      .happens({ type: 'mitigation.started', data: { ...about(), executor: REN.id } });
  });

  it('[MIT-50] is not for others, who are told whose it is', () => {
    given(owned).when('mitigation.start', of, { actor: ROZ.actor }).isRefused('forbidden', '@ren, who owns it');
  });

  it('[MIT-50] is for any responder where nobody owns it', () => {
    given(free)
      .when('mitigation.start', of, { actor: ROZ.actor })
      .happens({ type: 'mitigation.started', data: { ...about(), executor: ROZ.id } });
    given(free).when('mitigation.start', of, { actor: VIC.actor }).isRefused('forbidden');
  });

  it('[MIT-51] says who executes, who has to be able to', () => {
    given(owned)
      .when('mitigation.start', { ...of, executor: ROZ.id }, asCai)
      .happens({ type: 'mitigation.started', data: { ...about(), executor: ROZ.id } });
    given(free)
      .when('mitigation.start', { ...of, executor: GUS.id }, asCai)
      .isRefused('invalid', 'no such person');
    given(free).when('mitigation.start', of, { actor: SYSTEM }).isRefused('invalid', 'who executes');
  });
});

describe('what came of it', () => {
  it('[MIT-52] any responder says, with what was seen', () => {
    given([...COMMANDED, ...AT.executing])
      .when('mitigation.finish', { ...of, seen: ' all pods are new ' }, { actor: ROZ.actor })
      .happens({ type: 'mitigation.executed', data: { ...about(), seen: 'all pods are new' } });
    given([...COMMANDED, ...AT.executed])
      .when('mitigation.verify', verify('ineffective'), { actor: ROZ.actor })
      .happens({ type: 'mitigation.verified', data: { ...about(), outcome: 'ineffective', seen: 'errors are gone' } });
    given([...COMMANDED, ...AT.executed])
      .when('mitigation.verify', { ...verify('effective'), seen: '' }, { actor: ROZ.actor })
      .isRefused('invalid');
    given([...COMMANDED, ...AT.executed])
      .when('mitigation.verify', verify('effective'), { actor: VIC.actor })
      .isRefused('forbidden');
  });
});
