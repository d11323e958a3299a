import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { compensation, type Compensation } from '../protocol/undo.ts';
import { REN, ROZ } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { recordedIn, type Past } from '../testing/history.ts';
import { INCIDENT } from '../testing/incident-past.ts';
import { AT, COMMANDED, amended, objected, proposed, started, withdrawn } from '../testing/mitigation-past.ts';
import { standingObjections } from './state.ts';

const undoing = (past: readonly Past[]): readonly Compensation[] => {
  const last = recordedIn(`incident/${INCIDENT}`, past).at(-1);
  assert(last !== undefined);
  return compensation([last]);
};

describe('taking back', () => {
  it('[MIT-70] withdraws a proposal', () => {
    const past = [...COMMANDED, proposed()];
    const [undo] = undoing(past);
    assert(undo?.type === 'mitigation.withdraw');
    given(past)
      .when(undo.type, undo.command, { actor: REN.actor })
      .leadsTo(({ mitigations }) => expect(mitigations.items[0]?.status).toBe('withdrawn'));
    given(past).when(undo.type, undo.command, { actor: ROZ.actor }).isRefused('conflict', 'changed this since');
  });

  it('[MIT-70] withdraws an objection', () => {
    const past = [...COMMANDED, proposed(), objected(ROZ)];
    const [undo] = undoing(past);
    assert(undo?.type === 'mitigation.withdraw-objection');
    given(past)
      .when(undo.type, undo.command, { actor: ROZ.actor })
      .leadsTo(({ mitigations: { items } }) => {
        const [first] = items;
        assert(first !== undefined);
        expect(standingObjections(first)).toEqual([]);
      });
  });

  it('[MIT-70] there is none for decisions and executions', () => {
    const others: readonly (readonly Past[])[] = [
      [proposed(), amended(2)],
      [proposed(), withdrawn],
      AT.approved,
      AT.rejected,
      [...AT.approved, started()],
      AT.executed,
      AT.effective,
      AT['halted midway'],
    ];
    for (const past of others) expect(undoing([...COMMANDED, ...past])).toEqual([]);
  });
});
