import { COMMAND_TYPES, commandDefinition } from '@sitrep/shared/protocol/catalogue';
import { REN, testId } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { MADE_IDS } from './command-draft.ts';
import { CommandProblem, unreachable } from './command-problem.ts';
import type { SessionState } from './live-client.ts';
import type { OutboxItem } from './outbox-item.ts';
import { createPendingConfirmed } from './pending-confirmed.ts';
import { createSendCommand, faultOf } from './send-command.ts';
import { settled } from './testing/manual-scheduler.ts';

const INCIDENT = testId(1);
const ANSWER = { events: [], position: 4, outcome: 'accepted' } as const;

const setUp = () => {
  const posted: { path: string; body: unknown; key: string | undefined }[] = [];
  const queued: OutboxItem[] = [];
  const answers: (object | Error)[] = [];
  const pending = createPendingConfirmed();
  let shown = () => {};
  const state: { session: SessionState } = {
    session: { status: 'signed-in', me: { id: REN.id, name: 'Ren', handle: 'ren', role: 'responder' } },
  };
  const send = createSendCommand({
    pending,
    session: () => state.session,
    serverNow: () => 1_234,
    watch: () => () => {},
    shownInRoom: () =>
      new Promise((resolve) => {
        shown = resolve;
      }),
    outbox: {
      add: async (item) => {
        queued.push(item);
        return ANSWER;
      },
    },
    api: {
      get: () => Promise.reject(new Error('not here')),
      send: async (_method, path, { body, headers } = {}) => {
        posted.push({ path, body, key: headers?.['idempotency-key'] });
        await settled();
        const answer = answers.shift() ?? ANSWER;
        if (answer instanceof Error) throw answer;
        return answer as never;
      },
    },
  });
  return { send, posted, queued, answers, pending, state, show: () => shown() };
};

describe('sending a command', () => {
  it('[LIVE-61] makes the ids that the registry leaves to the caller, the same for every try', async () => {
    const { send, posted, queued } = setUp();
    await send('incident.declare', { title: 'Checkout fails' }, { commandId: 'one' });
    expect(posted).toEqual([
      {
        path: '/commands/incident.declare',
        key: 'one',
        body: { title: 'Checkout fails', incidentId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ]);
    await send('timeline.add-entry', { incidentId: INCIDENT, text: 'hello  ' });
    expect(queued).toMatchObject([
      { userId: REN.id, writtenAt: 1_234, type: 'timeline.add-entry', command: { text: 'hello', kind: 'note' } },
    ]);
    expect(queued[0]?.commandId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('[LIVE-61] knows of the same ids as the registry', () => {
    const registered = COMMAND_TYPES.flatMap((type) => {
      const newIds: readonly string[] = commandDefinition(type).newIds ?? [];
      return newIds.map((field) => [type, field]);
    });
    expect(MADE_IDS).toEqual(Object.fromEntries(registered));
  });

  it('[LIVE-24] marks a confirmed command until its effect is on screen', async () => {
    const { send, pending, show } = setUp();
    const answer = send('incident.change-severity', { incidentId: INCIDENT, severity: 1 });
    expect(pending.getState()).toEqual([{ incidentId: INCIDENT, type: 'incident.change-severity' }]);
    await answer;
    expect(pending.getState()).toHaveLength(1);
    show();
    await settled();
    expect(pending.getState()).toEqual([]);
  });

  it('[LIVE-24] [LIVE-60] takes the mark away when it fails, and says why', async () => {
    const { send, pending, answers } = setUp();
    answers.push(unreachable(), new CommandProblem({ code: 'conflict', detail: 'Taken.', current: { holder: 'x' } }));
    const fields = { incidentId: INCIDENT, role: 'commander' as const };
    await expect(send('incident.take-role', fields)).rejects.toMatchObject({ code: 'unavailable', detail: '' });
    await expect(send('incident.take-role', fields)).rejects.toMatchObject({
      code: 'conflict',
      current: { holder: 'x' },
    });
    expect(pending.getState()).toEqual([]);
  });

  it('[LIVE-20] refuses what cannot be valid before it is queued, by field', async () => {
    const { send, queued } = setUp();
    const problem = await send('timeline.add-entry', { incidentId: INCIDENT, text: ' ' }).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(CommandProblem);
    expect((problem as CommandProblem).faultOf('text')).toEqual(expect.any(String));
    expect(queued).toEqual([]);
  });

  it('[LIVE-20] what a schema has against a draft is known before it is sent, without ids that are made', () => {
    const draft = { incidentId: INCIDENT, text: 'x'.repeat(301) };
    expect(faultOf('hypothesis.suggest', draft)?.faultOf('text')).toEqual(expect.any(String));
    expect(faultOf('hypothesis.suggest', { ...draft, text: 'DNS' })).toBeUndefined();
  });

  it('[LIVE-33] queues nothing for nobody', async () => {
    const { send, state, queued } = setUp();
    state.session = { status: 'signed-out' };
    await expect(send('timeline.add-entry', { incidentId: INCIDENT, text: 'x' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(queued).toEqual([]);
  });
});
