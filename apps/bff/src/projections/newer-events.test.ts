import { expect, test } from 'vitest';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import { createCore } from '../core.ts';

test.each([
  ['people.given-a-badge', 1],
  ['people.role-changed', 2],
])('[HIST-8] a log with %s of schema %i, which a newer Sitrep wrote, is not folded', async (type, schema) => {
  const { log, docs } = createMemoryStorage();
  const ids = createIdGenerator(systemClock);
  const event = { id: ids.id(), type, schema, data: {} };
  await log.append([{ stream: 'people/directory', expectedVersion: 0, events: [event] }], {
    actor: 'system/test',
    commandId: 'one',
    at: 1,
  });
  const core = createCore({ log, docs, clock: systemClock, ids, secret: 'test' });
  await expect(core.pipeline.start()).rejects.toMatchObject({
    name: 'EventLogFault',
    message: `Event 1 (${type}, schema ${schema}) was written by a newer Sitrep: start that version again.`,
  });
});
