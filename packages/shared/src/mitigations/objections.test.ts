import { describe, expect, it } from 'vitest';
import { CAI, REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0 } from '../testing/history.ts';
import { INCIDENT } from '../testing/incident-past.ts';
import { AT, COMMANDED, M1, OBJECTION, about, amended, objected, proposed } from '../testing/mitigation-past.ts';

const incidentId = INCIDENT;
const asRen = { actor: REN.actor };

describe('objections', () => {
  const objection = { incidentId, mitigationId: M1, objectionId: OBJECTION };

  it.each(['proposed', 'approved'] as const)('[MIT-20] stand against what is %s', (stage) => {
    given([...COMMANDED, ...AT[stage]])
      .when('mitigation.object', { ...objection, reason: 'The queue is not drained' }, { actor: ROZ.actor })
      .happens({
        type: 'mitigation.objected',
        data: { ...about(), objectionId: OBJECTION, reason: 'The queue is not drained' },
      })
      .leadsTo(({ mitigations }) => expect(mitigations.progressAt).toBe(T0 + (AT[stage].length + 1) * MINUTE));
  });

  it('[MIT-20] take a reason, an id of their own, and are 20 at most', () => {
    const by = { actor: ROZ.actor };
    given([...COMMANDED, proposed()])
      .when('mitigation.object', { ...objection, reason: '  ' }, by)
      .isRefused('invalid');
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.object', { ...objection, reason: 'again' }, by)
      .isRefused('conflict', 'there already');
    const many = Array.from({ length: 20 }, (_, index) => objected(ROZ, testId(0x2000 + index)));
    given([...COMMANDED, proposed(), ...many])
      .when('mitigation.object', { ...objection, reason: 'one more' }, by)
      .isRefused('conflict', '20 objections at most');
  });

  it.each([
    ['who made it', ROZ],
    ['the commander', CAI],
  ])('[MIT-21] are withdrawn by %s, and stay readable', (_who, { actor }) => {
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw-objection', objection, { actor })
      .happens({ type: 'mitigation.objection-withdrawn', data: { ...about(), objectionId: OBJECTION } })
      .leadsTo(({ mitigations }) =>
        expect(mitigations.items[0]?.objections).toMatchObject([
          { reason: 'The queue is not drained', withdrawnAt: T0 + 4 * MINUTE },
        ]),
      );
  });

  it('[MIT-21] are withdrawn by nobody else, and once', () => {
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw-objection', objection, asRen)
      .isRefused('forbidden', '@roz, who objected');
    given([...COMMANDED, proposed()])
      .when('mitigation.withdraw-objection', objection, asRen)
      .isRefused('not-found', 'no such objection');
    given([
      ...COMMANDED,
      proposed(),
      objected(),
      { type: 'mitigation.objection-withdrawn', data: { ...about(), objectionId: OBJECTION } },
    ])
      .when('mitigation.withdraw-objection', objection, { actor: ROZ.actor })
      .happens();
  });

  it('[MIT-70] are taken back while nobody was there since', () => {
    const undo = { ...objection, undoOf: 'command-3' };
    given([...COMMANDED, proposed(), objected()])
      .when('mitigation.withdraw-objection', undo, { actor: ROZ.actor })
      .happens({
        type: 'mitigation.objection-withdrawn',
        data: { ...about(), objectionId: OBJECTION, undoOf: 'command-3' },
      });
    given([...COMMANDED, proposed(), objected(), amended(2)])
      .when('mitigation.withdraw-objection', undo, { actor: ROZ.actor })
      .isRefused('conflict', 'changed this since');
  });
});
