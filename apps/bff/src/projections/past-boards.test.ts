import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { MemoryEventLog } from '../adapters/storage/memory/memory-event-log.ts';
import type { EventLog } from '../ports/event-log.ts';
import { MOST_WAITING, PastBoards } from './past-boards.ts';

const event = (value: number) => ({ id: randomUUID(), type: 'counter.advanced', schema: 1, data: { value } });

const slowLog = async () => {
  const log = new MemoryEventLog();
  for (let n = 0; n < 20; n += 1) {
    await log.append([{ stream: 'counter/a', expectedVersion: n, events: [event(n)] }], {
      actor: 'system/test',
      commandId: `command ${n}`,
      at: n,
    });
  }
  const reads: number[] = [];
  let atOnce = 0;
  let most = 0;
  let fails = false;
  const readAll: EventLog['readAll'] = async (after, limit) => {
    reads.push(limit);
    most = Math.max(most, (atOnce += 1));
    await new Promise((resolve) => setTimeout(resolve, 2));
    atOnce -= 1;
    if (fails) throw new Error('the disk failed');
    return log.readAll(after, limit);
  };
  return {
    boards: new PastBoards(Object.assign(Object.create(log) as EventLog, { readAll })),
    reads,
    most: () => most,
    fail: (yes: boolean) => void (fails = yes),
  };
};

test('[HIST-23] one is made at a time, and the same one is made once for all', async () => {
  const { boards, reads, most } = await slowLog();
  await Promise.all([1, 2, 3, 1, 2, 3].map((position) => boards.openAt(position)));
  expect([reads, most()]).toEqual([[1, 2, 3], 1]);
  await boards.openAt(2);
  expect(reads).toHaveLength(3);
});

test('[HIST-23] the last few are kept, not all', async () => {
  const { boards, reads } = await slowLog();
  for (const position of [1, 2, 3, 4, 1, 5, 1, 2]) await boards.openAt(position);
  expect(reads).toEqual([1, 2, 3, 4, 5, 2]);
});

test('[HIST-23] whoever finds too many waiting is told when to come again', async () => {
  const { boards } = await slowLog();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => boards.openAt(n + 1)));
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(20 - MOST_WAITING - 1);
  expect(refused[0]).toMatchObject({ reason: { code: 'unavailable', details: { retryAfterS: 5 } } });
  await expect(boards.openAt(20)).resolves.toMatchObject({ rooms: [] });
});

test('[HIST-23] a failure is for those who asked, not for those after them', async () => {
  const { boards, fail } = await slowLog();
  fail(true);
  await expect(boards.openAt(1)).rejects.toThrow('the disk failed');
  fail(false);
  await expect(boards.openAt(1)).resolves.toMatchObject({ rooms: [] });
});
