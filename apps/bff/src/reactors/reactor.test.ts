import { describe, expect, test } from 'vitest';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { Reactor, type Reaction } from './reactor.ts';

const setUp = () => {
  const { log, docs } = createMemoryStorage();
  const clock = new ManualClock(1_000);
  const logged: string[] = [];
  const say = (_fields: object, message: string) => void logged.push(message);
  const applied: number[] = [];
  const deps = {
    log,
    docs,
    clock,
    logger: { info: () => {}, warn: say, error: say },
    appliedUpTo: async (position: number) => void applied.push(position),
  };
  let version = 0;
  const append = async (...types: string[]): Promise<void> => {
    const events = types.map((type) => ({
      type,
      data: { n: (version += 1) },
      id: `00000000-0000-7000-8000-${String(version).padStart(12, '0')}`,
      schema: 1,
    }));
    await log.append([{ stream: 'counter/test', expectedVersion: version - events.length, events }], {
      actor: 'system/test',
      commandId: `c${version}`,
      at: clock.now(),
    });
  };
  const seen: number[] = [];
  const reaction: Reaction = {
    name: 'test',
    wants: ({ type }) => type === 'wanted',
    handle: async (batch) => void seen.push(...positions(batch)),
  };
  return { log, docs, clock, deps, logged, applied, append, seen, reaction };
};
const positions = (batch: readonly StoredEvent[]) => batch.map(({ position }) => position);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const checkpoint = { collection: 'reactor-checkpoints', key: 'test' } as const;

describe('[ING-60] a reactor', () => {
  test('sees what it wants, in order, once projections have it', async () => {
    const { deps, reaction, append, seen, log, applied } = setUp();
    await append('wanted', 'other');
    const reactor = await Reactor.start(deps, reaction);
    await append('wanted');
    await append('other');
    await append('wanted', 'wanted');
    await reactor.handledUpTo(log.head());
    expect(seen).toEqual([1, 3, 5, 6]);
    expect(applied.at(-1)).toBe(6);
    await reactor.stop();
  });

  test('[ING-62] goes on after a restart where it had got to, passed events included', async () => {
    const { deps, reaction, append, seen, docs } = setUp();
    await append('wanted');
    const first = await Reactor.start(deps, reaction);
    await append('other');
    await first.handledUpTo(2);
    await first.stop();
    expect(await docs.get(checkpoint.collection, checkpoint.key)).toEqual({ position: 2 });
    await append('wanted');
    const second = await Reactor.start(deps, reaction);
    await second.handledUpTo(3);
    expect(seen).toEqual([1, 3]);
    await second.stop();
  });

  test('writes down within a second where it is, so that a crash repeats little', async () => {
    const { deps, reaction, append, docs, clock } = setUp();
    const reactor = await Reactor.start(deps, reaction);
    await append('wanted');
    await reactor.handledUpTo(1);
    await append('wanted');
    await reactor.handledUpTo(2);
    expect(await docs.get(checkpoint.collection, checkpoint.key)).toBeUndefined();
    clock.advance(1_000);
    expect(await docs.get(checkpoint.collection, checkpoint.key)).toEqual({ position: 2 });
    await reactor.stop();
  });

  test('that was ahead of the log, which came from a backup, begins at its end', async () => {
    const { deps, reaction, append, seen, docs } = setUp();
    await docs.write([{ ...checkpoint, value: { position: 99 } }]);
    await append('wanted');
    const reactor = await Reactor.start(deps, reaction);
    await append('wanted');
    await reactor.handledUpTo(2);
    expect(seen).toEqual([2]);
    await reactor.stop();
  });
});

describe('[ING-61] a reaction that fails', () => {
  test('for want of the log is tried again until it does not', async () => {
    const { deps, reaction, append, seen, clock, logged } = setUp();
    let failures = 3;
    const handle: Reaction['handle'] = async (batch) => {
      failures -= 1;
      if (failures >= 0) throw new Refusal('unavailable', 'Not now.');
      seen.push(...positions(batch));
    };
    const reactor = await Reactor.start(deps, { ...reaction, handle });
    await append('wanted');
    for (let tries = 0; seen.length === 0 && tries < 50; tries += 1) {
      await turn();
      clock.advance(1_000);
    }
    await reactor.handledUpTo(1);
    expect(seen).toEqual([1]);
    expect(logged).toHaveLength(3);
    await reactor.stop();
  });

  test('otherwise is logged and costs that event only', async () => {
    const { deps, reaction, append, seen, logged } = setUp();
    const handle: Reaction['handle'] = async (batch) => {
      if (positions(batch).includes(2)) throw new Error('a bug');
      seen.push(...positions(batch));
    };
    const reactor = await Reactor.start(deps, { ...reaction, handle });
    await append('wanted', 'wanted', 'wanted');
    await reactor.handledUpTo(3);
    await append('wanted');
    await reactor.handledUpTo(4);
    expect(seen).toEqual([1, 3, 4]);
    expect(logged).toEqual(['a reactor failed on this event and goes on after it']);
    await reactor.stop();
  });
});

describe('[ING-62] stopping', () => {
  test('waits for the batch under way', async () => {
    const { deps, reaction, append, seen, docs } = setUp();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handle: Reaction['handle'] = async (batch) => {
      await held;
      seen.push(...positions(batch));
    };
    const reactor = await Reactor.start(deps, { ...reaction, handle });
    await append('wanted');
    await turn();
    await turn();
    const stopped = reactor.stop();
    release();
    await stopped;
    expect(seen).toEqual([1]);
    expect(await docs.get(checkpoint.collection, checkpoint.key)).toEqual({ position: 1 });
  });

  test('does not wait for a log that cannot be written, and comes back to the batch', async () => {
    const { deps, reaction, append, docs } = setUp();
    const handle: Reaction['handle'] = () => Promise.reject(new Refusal('unavailable', 'Not now.'));
    const reactor = await Reactor.start(deps, { ...reaction, handle });
    await append('wanted');
    await turn();
    await turn();
    await reactor.stop();
    await reactor.handledUpTo(1);
    expect(await docs.get(checkpoint.collection, checkpoint.key)).toBeUndefined();
  });
});
