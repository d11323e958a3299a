import { expect, test } from 'vitest';
import { MemoryEventLog } from '../adapters/storage/memory/memory-event-log.ts';
import { positionAt } from './time-travel.ts';

const log = new MemoryEventLog();
const event = { id: 'one', type: 'counter.advanced', schema: 1, data: { value: 1 } };
await log.append([{ stream: 'counter/a', expectedVersion: 0, events: [event] }], {
  actor: 'system/test',
  commandId: 'one',
  at: Date.UTC(2026, 10, 20, 3, 12),
});

test.each([
  ['2026-11-20T03:12:00Z', 1],
  ['2026-11-20T04:12:00.000+01:00', 1],
  ['2026-11-20T03:11:59Z', 0],
  ['1', 1],
  ['999', 1],
])('[HIST-20] %s is a moment or a position', async (at, position) => {
  expect(await positionAt(log, at)).toBe(position);
});

test.each(['2026-11-20T03:12:00', '2026-11-20', 'yesterday', '', '-1'])('[HIST-20] %j is none', async (at) => {
  await expect(positionAt(log, at)).rejects.toMatchObject({ code: 'invalid' });
});
