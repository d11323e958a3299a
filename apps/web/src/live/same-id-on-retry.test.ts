import { testId } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { CommandProblem, unreachable } from './command-problem.ts';
import { withSameIdOnRetry } from './same-id-on-retry.ts';

const setUp = (...answers: (CommandProblem | undefined)[]) => {
  const ids: (string | undefined)[] = [];
  const send = withSameIdOnRetry(async (_type, _draft, options) => {
    ids.push(options?.commandId);
    const answer = answers.shift();
    if (answer !== undefined) throw answer;
    return { events: [], position: 1, outcome: 'accepted' };
  }, 'incident.change-title');
  return { ids, send: (title: string) => send({ incidentId: testId(1), title }).catch(() => {}) };
};

describe('sending the same again', () => {
  it('[LIVE-60] goes under the same id for as long as nobody answered', async () => {
    const { ids, send } = setUp(unreachable(), unreachable(), undefined);
    for (const title of ['one', 'one', 'one', 'one']) await send(title);
    expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]]);
    expect(ids[3]).not.toBe(ids[0]);
  });

  it('[LIVE-60] goes under a new id when something else is said, or the answer was no', async () => {
    const { ids, send } = setUp(unreachable(), new CommandProblem({ code: 'conflict', detail: 'No.' }), undefined);
    for (const title of ['one', 'two', 'two']) await send(title);
    expect(new Set(ids).size).toBe(3);
  });
});
