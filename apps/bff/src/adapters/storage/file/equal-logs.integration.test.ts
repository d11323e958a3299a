import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppendContext, EventLog, StreamAppend } from '../../../ports/event-log.ts';
import { createMemoryStorage } from '../memory/memory-storage.ts';
import { temporaryStorage } from './temporary-storage.ts';
import type { TemporaryStorage } from './temporary-storage.ts';

const seed = Number(process.env['SITREP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

type Step = { readonly streams: readonly StreamAppend[]; readonly context: AppendContext };

/** Few streams, versions, actors and commands, so that conflicts and repeats are common. */
const step = (run: number): fc.Arbitrary<Step> =>
  fc.record({
    streams: fc.uniqueArray(
      fc.record({
        stream: fc.constantFrom(`test/${run}-a`, `test/${run}-b`, `test/${run}-c`),
        expectedVersion: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
        events: fc.array(
          fc.record({
            id: fc.uuid(),
            type: fc.constantFrom('test.noted', 'test.changed'),
            schema: fc.integer({ min: 1, max: 3 }),
            data: fc.jsonValue({ depthSize: 'small' }),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 3, selector: ({ stream }) => stream },
    ),
    context: fc.record({
      actor: fc.constantFrom('user/ada', 'user/bob', 'system/clock'),
      commandId: fc.integer({ min: 0, max: 12 }).map((id) => `${run}-${id}`),
      at: fc.integer({ min: 0, max: 1_000 }).map((at) => run * 1_000 + at),
    }),
  });

/** What came of each step, told the same way by any adapter. */
async function outcomes(log: EventLog, batches: readonly (readonly Step[])[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const batch of batches) {
    const settled = await Promise.allSettled(batch.map(({ streams, context }) => log.append(streams, context)));
    all.push(
      ...settled.map((result) =>
        result.status === 'fulfilled'
          ? [result.value.outcome, result.value.events.map(({ json }) => json)]
          : [(result.reason as { code: string }).code, (result.reason as Error).message],
      ),
    );
  }
  return all;
}

describe(`memory and file (seed ${seed})`, () => {
  let file: TemporaryStorage;
  const memory = createMemoryStorage();
  beforeAll(async () => {
    file = await temporaryStorage();
  });
  afterAll(() => file.destroy());

  it('[FILE-17] give equal answers and equal logs for any appends', async () => {
    let run = 0;
    const batches = fc.integer().chain(() => {
      run += 1;
      return fc.array(fc.array(step(run), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
    });
    await fc.assert(
      fc.asyncProperty(batches, async (appends) => {
        const head = memory.log.head();
        const expected = await outcomes(memory.log, appends);
        const found = await outcomes(file.storage.log, appends);
        expect(found).toEqual(expected);
        const logs = [memory.log, file.storage.log];
        const [inMemory, inFile] = await Promise.all(
          logs.map(async (log) => (await log.readAll(head, 10_000)).map(({ json }) => json)),
        );
        expect(inFile).toEqual(inMemory);
        const streams = new Set(appends.flat().flatMap((append) => append.streams.map(({ stream }) => stream)));
        for (const stream of streams) {
          const range = { afterVersion: 1, upToPosition: head + 5 };
          const [a, b] = await Promise.all(logs.map((log) => log.readStream(stream, range)));
          expect(b?.map(({ json }) => json)).toEqual(a?.map(({ json }) => json));
        }
        const [a, b] = await Promise.all(logs.map((log) => log.positionAt(run * 1_000 + 500)));
        expect(b).toBe(a);
      }),
      { seed, numRuns: 150 },
    );
    expect(await file.storage.verify()).toMatchObject({ outcome: 'intact', head: memory.log.head() });
  });
});
