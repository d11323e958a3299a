import { describe, expect, it } from 'vitest';
import type { CommandInput, CommandType } from '../protocol/catalogue.ts';
import { REN, ROZ } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, incidentAt } from '../testing/incident-past.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';
import { situationCommands } from './commands.ts';

const incidentId = INCIDENT;
const BY_REN = { actor: REN.actor };
const types = Object.keys(situationCommands) as (keyof typeof situationCommands)[];
const sample = <T extends CommandType>(type: T): CommandInput<T> => SAMPLE_COMMANDS[type];

const objectives = (from: string, to: string, by = REN): Past => ({
  type: 'situation.objectives-changed',
  data: { from, to },
  by: by.actor.ref,
});

describe('the incident state document', () => {
  it.each(types)('[SIT-40] of what was never declared takes no %s', (type) => {
    given([]).when(type, sample(type)).isRefused('not-found', 'There is no such incident.');
  });

  it.each(types.filter((type) => type !== 'situation.schedule-postmortem'))(
    '[SIT-41] of a closed incident takes no %s',
    (type) => {
      given(incidentAt('closed'))
        .when(type, sample(type))
        .isRefused('conflict', 'INC-2026-0001 is closed. Reopen it', { current: { status: 'closed' } });
    },
  );
});

describe('the objectives', () => {
  it('[SIT-10] are a text that replaces another', () => {
    given([DECLARED, objectives('', 'Stop the loss')])
      .when('situation.change-objectives', { incidentId, objectives: 'Serve again\n', base: 'Stop the loss' }, BY_REN)
      .happens({ type: 'situation.objectives-changed', data: { from: 'Stop the loss', to: 'Serve again' } })
      .leadsTo(({ situation }) =>
        expect(situation).toMatchObject({ objectives: 'Serve again', updatedBy: REN.actor.ref }),
      );
    given([DECLARED]).when('situation.change-objectives', { incidentId, objectives: '' }).happens();
    given([DECLARED])
      .when('situation.change-objectives', { incidentId, objectives: 'x'.repeat(2_001) })
      .isRefused('invalid');
  });

  it('[SIT-10] keep what their writer has not seen', () => {
    given([DECLARED, objectives('', 'Stop the loss')])
      .when('situation.change-objectives', { incidentId, objectives: 'Serve again', base: '' })
      .isRefused('conflict', 'changed meanwhile', { current: { objectives: 'Stop the loss' } });
  });

  it('[SIT-43] are taken back by who changed them', () => {
    const undoing = { incidentId, objectives: '', undoOf: 'command-1' };
    const past = [DECLARED, objectives('', 'Stop the loss')];
    given(past)
      .when('situation.change-objectives', undoing, BY_REN)
      .leadsTo(({ situation }) => expect(situation.objectives).toBe(''));
    given([...past, objectives('Stop the loss', 'Mine', ROZ)])
      .when('situation.change-objectives', undoing, BY_REN)
      .isRefused('conflict', 'changed this since');
  });
});

describe('public attention', () => {
  const SET: Past = {
    type: 'situation.attention-set',
    data: { expected: true, reason: 'The press called', before: { expected: false } },
    by: REN.actor.ref,
  };

  it('[SIT-30] is expected, and then not any more', () => {
    given([DECLARED])
      .when('situation.set-attention', { incidentId, expected: true, reason: 'The press called' }, BY_REN)
      .happens({
        type: 'situation.attention-set',
        data: { expected: true, reason: 'The press called', before: { expected: false } },
      })
      .leadsTo(({ situation }) =>
        expect(situation.attention).toEqual({ by: REN.actor.ref, at: T0 + MINUTE, reason: 'The press called' }),
      );
    given([DECLARED, SET])
      .when('situation.set-attention', { incidentId, expected: false })
      .happens({
        type: 'situation.attention-set',
        data: { expected: false, before: { expected: true, reason: 'The press called' } },
      })
      .leadsTo(({ situation }) => expect(situation).not.toHaveProperty('attention'));
  });

  it('[SIT-30] needs no reason, and takes another one', () => {
    given([DECLARED])
      .when('situation.set-attention', { incidentId, expected: true, reason: ' ' })
      .happens({ type: 'situation.attention-set', data: { expected: true, before: { expected: false } } });
    given([DECLARED, SET])
      .when('situation.set-attention', { incidentId, expected: true, reason: 'It is on television' })
      .leadsTo(({ situation }) => expect(situation.attention?.reason).toBe('It is on television'));
  });

  it('[SIT-13] stays as it is where it is so already', () => {
    given([DECLARED]).when('situation.set-attention', { incidentId, expected: false, reason: 'none' }).happens();
    given([DECLARED, SET])
      .when('situation.set-attention', { incidentId, expected: true, reason: 'The press called' })
      .happens();
  });

  it('[SIT-43] is taken back by who set it', () => {
    const undoing = { incidentId, expected: false, undoOf: 'command-1' };
    given([DECLARED, SET])
      .when('situation.set-attention', undoing, BY_REN)
      .leadsTo(({ situation }) => expect(situation).not.toHaveProperty('attention'));
    given([DECLARED, SET]).when('situation.set-attention', undoing, { actor: ROZ.actor }).isRefused('conflict');
  });
});

describe('the post-mortem meeting', () => {
  const meetsAt = T0 + 86_400_000;

  it.each(['resolved', 'closed'] as const)('[SIT-31][SIT-42] of what is %s is scheduled', (status) => {
    given(incidentAt(status))
      .when('situation.schedule-postmortem', { incidentId, meetsAt }, BY_REN)
      .happens({ type: 'situation.postmortem-scheduled', data: { meetsAt } })
      .leadsTo(({ situation }) => {
        expect(situation.postmortem).toMatchObject({ meetsAt, by: REN.actor.ref });
        expect(situation).not.toHaveProperty('updatedAt');
      });
  });

  it('[SIT-31] is moved', () => {
    const past: readonly Past[] = [
      ...incidentAt('resolved'),
      { type: 'situation.postmortem-scheduled', data: { meetsAt } },
    ];
    given(past).when('situation.schedule-postmortem', { incidentId, meetsAt }).happens();
    given(past)
      .when('situation.schedule-postmortem', { incidentId, meetsAt: meetsAt + MINUTE })
      .leadsTo(({ situation }) => expect(situation.postmortem?.meetsAt).toBe(meetsAt + MINUTE));
  });

  it('[SIT-31] waits until it is resolved, and is not before the incident', () => {
    given([DECLARED])
      .when('situation.schedule-postmortem', { incidentId, meetsAt })
      .isRefused('conflict', 'Resolve INC-2026-0001 first', { current: { status: 'detected' } });
    given(incidentAt('resolved'))
      .when('situation.schedule-postmortem', { incidentId, meetsAt: T0 - MINUTE })
      .isRefused('invalid', 'before the incident was declared');
  });
});
