import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { REN, ROZ, testId } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { CommandProblem, unreachable } from './command-problem.ts';
import type { OutboxEntry, OutboxItem } from './outbox-item.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { sleep } from './scheduler.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';
import { modelBrowser, type ModelBrowser } from './testing/model-client.ts';

const refusal = (code: CommandProblem['code'], retryAfterS?: number) =>
  new CommandProblem({ code, detail: 'No.', ...(retryAfterS === undefined ? {} : { retryAfterS }) });

const accepted = (position = 7): CommandAnswer => ({ events: [], position, outcome: 'accepted' });

let count = 0;
const item = (commandId: string, fields: Partial<OutboxItem> = {}): OutboxItem => {
  count += 1;
  return {
    commandId,
    userId: REN.id,
    protocol: 1,
    type: 'timeline.add-entry',
    command: { incidentId: testId(1), entryId: testId(count), kind: 'note', text: commandId },
    writtenAt: 1,
    ...fields,
  };
};

const setUp = (browser: ModelBrowser = modelBrowser(), scheduler = manualScheduler()) => {
  const sent: string[] = [];
  /** Per command id, one after the other; then accepted. */
  const answers = new Map<string, (CommandAnswer | Error)[]>();
  const faults: unknown[] = [];
  const state = { paused: false, takesMs: 1 };
  const outbox = createOutbox({
    scheduler,
    openStorage: async () => browser.storage,
    asSoleTab: browser.tabs.asSoleTab,
    openChannel: browser.tabs.openChannel,
    isPaused: () => state.paused,
    onFault: (error) => void faults.push(error),
    send: async ({ commandId }) => {
      sent.push(commandId);
      await sleep(scheduler, state.takesMs);
      const answer = answers.get(commandId)?.shift() ?? accepted();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { outbox, scheduler, browser, sent, answers, faults, state };
};

const steps = (outbox: Outbox) =>
  outbox.getState().map(({ commandId, progress }: OutboxEntry) => `${commandId} ${progress.step}`);

describe('the outbox', () => {
  it('[LIVE-30] [LIVE-31] shows at once, writes to disk, sends in order, takes from the disk', async () => {
    const { outbox, scheduler, browser, sent } = setUp();
    outbox.start(REN.id);
    await scheduler.advance(10);
    const first = outbox.add(item('a'));
    void outbox.add(item('b'));
    expect(steps(outbox)).toEqual(['a waiting', 'b waiting']);
    expect(sent).toEqual([]);
    await scheduler.advance(100);
    expect(sent).toEqual(['a', 'b']);
    expect(browser.storage.items.size).toBe(0);
    expect(await first).toEqual(accepted());
    outbox.letGo(() => true);
    expect(steps(outbox)).toEqual([]);
  });

  it('[LIVE-31] never sends what is not on disk yet', async () => {
    const { outbox, scheduler, browser, sent } = setUp();
    const { put } = browser.storage;
    browser.storage.put = async (one) => {
      await sleep(scheduler, 50);
      return put(one);
    };
    outbox.start(REN.id);
    void outbox.add(item('a'));
    await scheduler.advance(40);
    expect(sent).toEqual([]);
    await scheduler.advance(40);
    expect(sent).toEqual(['a']);
  });

  it('[LIVE-34] tries again under the same id, ever later, and the others wait', async () => {
    const { outbox, scheduler, sent, answers } = setUp();
    answers.set('a', [unreachable(), refusal('unavailable'), unreachable(), accepted()]);
    outbox.start(REN.id);
    void outbox.add(item('a'));
    void outbox.add(item('b'));
    await scheduler.advance(200);
    expect(sent).toEqual(['a']);
    expect(steps(outbox)).toEqual(['a unsent', 'b waiting']);
    await scheduler.advance(600);
    expect(sent).toEqual(['a', 'a']);
    await scheduler.advance(60_000);
    expect(sent).toEqual(['a', 'a', 'a', 'a', 'b']);
  });

  it('[LIVE-34] waits as long as the server asks for, and goes at once when woken', async () => {
    const { outbox, scheduler, sent, answers } = setUp();
    answers.set('a', [refusal('rate-limited', 30), refusal('unavailable', 600)]);
    outbox.start(REN.id);
    void outbox.add(item('a'));
    await scheduler.advance(29_000);
    expect(sent).toEqual(['a']);
    await scheduler.advance(2_000);
    expect(sent).toEqual(['a', 'a']);
    outbox.wake();
    await scheduler.advance(10);
    expect(sent).toEqual(['a', 'a', 'a']);
  });

  it('[LIVE-34] is still while paused', async () => {
    const { outbox, scheduler, sent, state } = setUp();
    state.paused = true;
    outbox.start(REN.id);
    void outbox.add(item('a'));
    await scheduler.advance(60_000);
    expect(sent).toEqual([]);
    state.paused = false;
    outbox.wake();
    await scheduler.advance(10);
    expect(sent).toEqual(['a']);
  });

  it('[LIVE-35] keeps what was refused with the reason, and goes on with the next', async () => {
    const { outbox, scheduler, browser, sent, answers } = setUp();
    answers.set('a', [refusal('conflict')]);
    outbox.start(REN.id);
    const problem = outbox.add(item('a')).catch((error: unknown) => error);
    void outbox.add(item('b'));
    await scheduler.advance(100);
    expect(await problem).toMatchObject({ code: 'conflict', detail: 'No.' });
    outbox.letGo(() => true);
    expect(steps(outbox)).toEqual(['a refused']);
    expect(browser.storage.items.get('a')?.problem).toMatchObject({ code: 'conflict' });
    expect(sent).toEqual(['a', 'b']);
    outbox.retry('a');
    await scheduler.advance(100);
    expect(sent).toEqual(['a', 'b', 'a']);
    expect(browser.storage.items.size).toBe(0);
  });

  it('[LIVE-39] refuses with an edit those that were written on top of it, and sends none of them', async () => {
    const { outbox, scheduler, browser, sent, answers, state } = setUp();
    const edit = (commandId: string, entry: number, baseRevision: number) =>
      item(commandId, {
        type: 'timeline.edit-entry',
        command: { incidentId: testId(1), entryId: testId(entry), baseRevision, text: commandId },
      });
    answers.set('a', [refusal('conflict')]);
    state.paused = true;
    outbox.start(REN.id);
    for (const one of [edit('a', 90, 1), edit('b', 90, 2), edit('c', 91, 1), item('d')]) {
      void outbox.add(one).catch(() => undefined);
    }
    await scheduler.advance(10);
    state.paused = false;
    outbox.wake();
    await scheduler.advance(100);
    expect(sent).toEqual(['a', 'c', 'd']);
    outbox.letGo(() => true);
    expect(steps(outbox)).toEqual(['a refused', 'b refused']);
    expect(browser.storage.items.get('b')).toMatchObject({ problem: { code: 'conflict' }, command: { text: 'b' } });
  });

  it('[LIVE-35] forgets what is discarded, and only what was refused', async () => {
    const { outbox, scheduler, browser, answers } = setUp();
    answers.set('a', [refusal('forbidden')]);
    answers.set('b', [unreachable()]);
    outbox.start(REN.id);
    outbox.add(item('a')).catch(() => {});
    void outbox.add(item('b'));
    await scheduler.advance(100);
    outbox.discard('a');
    outbox.discard('b');
    await scheduler.advance(10);
    expect(steps(outbox)).toEqual(['b unsent']);
    expect([...browser.storage.items.keys()]).toEqual(['b']);
  });

  it('[LIVE-36] gives up on what the server fails on five times', async () => {
    const { outbox, scheduler, sent, answers } = setUp();
    answers.set(
      'a',
      Array.from({ length: 9 }, () => refusal('internal')),
    );
    outbox.start(REN.id);
    outbox.add(item('a')).catch(() => {});
    void outbox.add(item('b'));
    await scheduler.advance(120_000);
    expect(sent).toEqual(['a', 'a', 'a', 'a', 'a', 'b']);
    expect(steps(outbox)[0]).toBe('a refused');
  });

  it('[LIVE-37] refuses what the disk has no room for, with its text kept, and can try again', async () => {
    const { outbox, scheduler, browser, sent } = setUp();
    const { put } = browser.storage;
    browser.storage.put = async () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    outbox.start(REN.id);
    const problem = outbox.add(item('a')).catch((error: unknown) => error);
    await scheduler.advance(10);
    expect(await problem).toMatchObject({ code: 'unavailable' });
    expect(steps(outbox)).toEqual(['a refused']);
    outbox.retry('a');
    await scheduler.advance(10);
    expect(steps(outbox)).toEqual(['a refused']);
    browser.storage.put = put;
    outbox.retry('a');
    await scheduler.advance(10);
    expect(sent).toEqual(['a']);
  });

  it('[LIVE-33] sends only for the one who wrote, and keeps what waits through a sign-out', async () => {
    const { outbox, scheduler, sent, answers, browser } = setUp();
    answers.set('a', [unreachable()]);
    outbox.start(REN.id);
    const problem = outbox.add(item('a')).catch((error: unknown) => error);
    await scheduler.advance(10);
    outbox.stop();
    expect(await problem).toMatchObject({ code: 'unauthenticated' });
    expect(steps(outbox)).toEqual([]);
    outbox.start(ROZ.id);
    await scheduler.advance(60_000);
    expect(sent).toEqual(['a']);
    expect(steps(outbox)).toEqual([]);
    expect([...browser.storage.items.keys()]).toEqual(['a']);
    outbox.stop();
    outbox.start(REN.id);
    await scheduler.advance(1_000);
    expect(sent).toEqual(['a', 'a']);
  });

  it('[LIVE-39] leaves what a newer page wrote to a newer page', async () => {
    const { outbox, scheduler, browser, sent } = setUp();
    await browser.storage.put(item('a', { protocol: 99 }));
    outbox.start(REN.id);
    await scheduler.advance(1_000);
    expect(sent).toEqual([]);
    expect(steps(outbox)).toEqual(['a waiting']);
  });

  it('[LIVE-23] knows a command as accepted when its events were seen, whatever becomes of the answer', async () => {
    const { outbox, scheduler, browser, sent, answers, state } = setUp();
    state.takesMs = 100;
    answers.set('a', [unreachable()]);
    outbox.start(REN.id);
    const answer = outbox.add(item('a'));
    await scheduler.advance(50);
    outbox.seen('a', accepted(9));
    expect(await answer).toEqual(accepted(9));
    outbox.letGo((_entry, position) => position <= 9);
    await scheduler.advance(60_000);
    expect(steps(outbox)).toEqual([]);
    expect(sent).toEqual(['a']);
    expect(browser.storage.items.size).toBe(0);
  });

  it.each([unreachable(), refusal('conflict')])(
    '[LIVE-23] stays accepted once seen, even if its sending ends in $code',
    async (end) => {
      const { outbox, scheduler, browser, sent, answers, state } = setUp();
      state.takesMs = 100;
      answers.set('a', [end]);
      outbox.start(REN.id);
      const answer = outbox.add(item('a'));
      await scheduler.advance(50);
      outbox.seen('a', accepted(9));
      await scheduler.advance(60_000);
      expect(await answer).toEqual(accepted(9));
      expect(steps(outbox)).toEqual(['a accepted']);
      expect(sent).toEqual(['a']);
      expect(browser.storage.items.size).toBe(0);
    },
  );

  it('[LIVE-23] keeps an accepted one until the screen shows it, and drops one that changed nothing', async () => {
    const { outbox, scheduler, answers } = setUp();
    answers.set('a', [accepted(5)]);
    answers.set('b', [{ events: [], position: 5, outcome: 'unchanged' }]);
    outbox.start(REN.id);
    void outbox.add(item('a'));
    void outbox.add(item('b'));
    await scheduler.advance(100);
    outbox.letGo((_entry, position) => position <= 4);
    expect(steps(outbox)).toEqual(['a accepted']);
    outbox.letGo((_entry, position) => position <= 5);
    expect(steps(outbox)).toEqual([]);
  });

  it('[LIVE-30] goes on after a disk that failed it', async () => {
    const { outbox, scheduler, browser, sent, faults } = setUp();
    const { remove } = browser.storage;
    let failures = 1;
    browser.storage.remove = async (commandId) => {
      failures -= 1;
      if (failures === 0) throw new Error('disk');
      return remove(commandId);
    };
    outbox.start(REN.id);
    void outbox.add(item('a'));
    void outbox.add(item('b'));
    await scheduler.advance(10_000);
    expect(faults).toHaveLength(1);
    expect(sent).toEqual(['a', 'b']);
  });
});

describe('the outbox of several tabs', () => {
  it('[LIVE-32] is sent by one, shown by all, and answered where it was written', async () => {
    const first = setUp();
    const second = setUp(first.browser, first.scheduler);
    first.outbox.start(REN.id);
    second.outbox.start(REN.id);
    await first.scheduler.advance(10);
    second.answers.set('a', [refusal('internal')]);
    first.answers.set('a', [unreachable()]);
    const answer = second.outbox.add(item('a'));
    await first.scheduler.advance(10);
    expect(steps(first.outbox)).toEqual(['a unsent']);
    expect(steps(second.outbox)).toEqual(['a waiting']);
    await first.scheduler.advance(2_000);
    expect(await answer).toEqual(accepted());
    expect([first.sent, second.sent]).toEqual([['a', 'a'], []]);
    expect(steps(second.outbox)).toEqual(['a accepted']);
  });

  it('[LIVE-32] [LIVE-31] goes on in another tab when the one that sent is gone', async () => {
    const first = setUp();
    const second = setUp(first.browser, first.scheduler);
    first.outbox.start(REN.id);
    first.answers.set('a', [unreachable()]);
    void first.outbox.add(item('a')).catch(() => {});
    void first.outbox.add(item('b')).catch(() => {});
    second.outbox.start(REN.id);
    await first.scheduler.advance(10);
    first.outbox.stop();
    await first.scheduler.advance(1_000);
    expect(second.sent).toEqual(['a', 'b']);
  });

  it('[LIVE-35] shows a refusal in all of them, and its end', async () => {
    const first = setUp();
    const second = setUp(first.browser, first.scheduler);
    first.outbox.start(REN.id);
    second.outbox.start(REN.id);
    first.answers.set('a', [refusal('conflict')]);
    second.outbox.add(item('a')).catch(() => {});
    await first.scheduler.advance(100);
    expect([steps(first.outbox), steps(second.outbox)]).toEqual([['a refused'], ['a refused']]);
    second.outbox.discard('a');
    await first.scheduler.advance(10);
    expect([steps(first.outbox), steps(second.outbox)]).toEqual([[], []]);
  });
});
