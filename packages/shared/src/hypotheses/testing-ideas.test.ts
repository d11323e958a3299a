import { describe, expect, it } from 'vitest';
import { ADA, CAI, GUS, MIA, REN, ROZ, SYSTEM, VIC, type Player } from '../testing/cast.ts';
import { given, type Circumstances } from '../testing/given.ts';
import { MINUTE, T0 } from '../testing/history.ts';
import { ABOUT, HYPOTHESIS, confirmed, suggested, tested } from '../testing/hypotheses-past.ts';
import { DECLARED, INCIDENT, declaredAs, held } from '../testing/incident-past.ts';

const target = { incidentId: INCIDENT, hypothesisId: HYPOTHESIS };
const check = 'connections per pod';
const OPEN = [DECLARED, suggested()];
const TESTED = [...OPEN, tested(REN, { until: T0 + 60 * MINUTE })];

const testing = (more: object, circumstances: Circumstances = {}) =>
  ['hypothesis.start-test', { ...target, check, ...more }, circumstances] as const;
const as = ({ actor }: Player): Circumstances => ({ actor });
const NOW = { now: T0 + 10 * MINUTE };

describe('a test', () => {
  it('[HYP-10] is by who asks, or by whom they name', () => {
    const started = { ...ABOUT, check };
    given(OPEN)
      .when(...testing({}, as(ROZ)))
      .happens({ type: 'hypothesis.test-started', data: { ...started, tester: ROZ.id } });
    given(OPEN)
      .when(...testing({ tester: REN.id }, as(ROZ)))
      .happens({ type: 'hypothesis.test-started', data: { ...started, tester: REN.id } })
      .leadsTo(({ hypotheses }) =>
        expect(hypotheses.items[0]).toMatchObject({
          status: 'testing',
          test: { tester: REN.id, check, since: T0 + 2 * MINUTE },
        }),
      );
  });

  it('[HYP-10] is for somebody who can do it', () => {
    given(OPEN)
      .when(...testing({ tester: GUS.id }))
      .isRefused('invalid', 'no such person');
    given(OPEN)
      .when(...testing({ tester: INCIDENT }))
      .isRefused('invalid', 'no such person');
    given(OPEN)
      .when(...testing({ tester: VIC.id }))
      .isRefused('invalid', '@vic is a viewer');
    given(OPEN)
      .when(...testing({ tester: MIA.id }))
      .isRefused('invalid', '@mia is a manager');
    given(OPEN)
      .when(...testing({}, { actor: SYSTEM }))
      .isRefused('invalid', 'Say who');
  });

  it('[HYP-10] of a private incident is for who may see it', () => {
    const secret = [declaredAs({ private: true }, REN), suggested(REN)];
    given(secret)
      .when(...testing({ tester: ROZ.id }, as(REN)))
      .isRefused('invalid', '@roz cannot see this incident. Let them in first');
    given(secret)
      .when(...testing({ tester: ADA.id }, as(REN)))
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.test?.tester).toBe(ADA.id));
    given(secret)
      .when(...testing({}, as(REN)))
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.test?.tester).toBe(REN.id));
  });

  it('[HYP-11] of what somebody else tests is refused, with who tests what until when', () => {
    given(TESTED)
      .when(...testing({ check: 'logs' }, as(ROZ)))
      .isRefused('conflict', '@ren tests H1: connections per pod. Ask them, or take it over.', {
        current: { status: 'testing', tester: REN.id, check, until: T0 + 60 * MINUTE },
      });
    given(TESTED)
      .when(...testing({ check: 'logs' }, as(CAI)))
      .isRefused('conflict', '@ren tests H1');
    given(TESTED)
      .when(
        ...testing(
          { check: 'logs' },
          { actor: ROZ.actor, facts: { person: (id) => (id === ROZ.id ? ROZ : undefined) } },
        ),
      )
      .isRefused('conflict', 'Somebody tests H1');
  });

  it('[HYP-11] can be taken over, or given away by tester, commander and deputy', () => {
    const takenOver = {
      type: 'hypothesis.test-started' as const,
      data: { ...ABOUT, from: REN.id, tester: ROZ.id, check },
    };
    given(TESTED)
      .when(...testing({ takeOver: true }, as(ROZ)))
      .happens(takenOver);
    given(TESTED)
      .when(...testing({ tester: ROZ.id }, as(REN)))
      .happens(takenOver);
    given([...TESTED, held('commander', CAI)])
      .when(...testing({ tester: ROZ.id }, as(CAI)))
      .happens(takenOver);
    given([...TESTED, held('deputy', CAI)])
      .when(...testing({ tester: ROZ.id }, as(CAI)))
      .happens(takenOver);
  });

  it('[HYP-12] is changed by its tester', () => {
    given(TESTED)
      .when(...testing({ check: 'logs' }, as(REN)))
      .happens({
        type: 'hypothesis.test-started',
        data: { ...ABOUT, from: REN.id, tester: REN.id, check: 'logs' },
      });
    given(TESTED)
      .when(...testing({ until: T0 + 60 * MINUTE }, as(REN)))
      .happens();
  });

  it('[HYP-13] ends at a time to come, or after a time', () => {
    const endOf = (more: object) => given(OPEN).when(...testing(more, NOW));
    endOf({ forMs: 5 * MINUTE }).leadsTo(({ hypotheses }) =>
      expect(hypotheses.items[0]?.test?.until).toBe(NOW.now + 5 * MINUTE),
    );
    endOf({ until: NOW.now + 1 }).leadsTo(({ hypotheses }) =>
      expect(hypotheses.items[0]?.test?.until).toBe(NOW.now + 1),
    );
    endOf({}).leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.test).not.toHaveProperty('until'));
    endOf({ until: NOW.now }).isRefused('invalid', 'later than now');
    endOf({ until: NOW.now + 1, forMs: MINUTE }).isRefused('invalid', 'not both');
    endOf({ forMs: MINUTE - 1 }).isRefused('invalid');
    endOf({ forMs: 24 * 60 * MINUTE + 1 }).isRefused('invalid');
  });

  it('[HYP-14] stays readable after it ended', () => {
    const looks = ({ hypotheses }: { hypotheses: { items: readonly object[] } }): void =>
      expect(hypotheses.items[0]).toMatchObject({ test: { tester: REN.id, check } });
    given(TESTED)
      .when('hypothesis.stop-test', { ...target, reason: 'no access' })
      .happens({ type: 'hypothesis.test-stopped', data: { ...ABOUT, reason: 'no access' } })
      .leadsTo(looks);
    given([...TESTED, confirmed()])
      .when('hypothesis.reopen', { ...target, reason: 'again' })
      .leadsTo(looks);
  });
});
