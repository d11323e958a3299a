import type { NewEvent, StreamId } from '@sitrep/shared/kernel/event';
import { setImmediate as nextMacrotask } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppendContext, EventLog, StreamAppend } from './event-log.ts';
import type { StoredEvent } from './stored-event.ts';

type Contract = {
  readonly name: string;
  /** A fresh, empty log, and how to get rid of it. */
  readonly create: () => Promise<{ readonly log: EventLog; readonly destroy: () => Promise<void> }>;
};

/** What every adapter of `EventLog` keeps; the rules are numbered in `docs/spec/event-log.md`. */
export function registerEventLogContract({ name, create }: Contract): void {
  describe(`event log: ${name}`, () => {
    let log: EventLog;
    let destroy: () => Promise<void>;

    beforeEach(async () => {
      ({ log, destroy } = await create());
    });
    afterEach(() => destroy());

    const note = (text: string, id = `id-${text.replaceAll(/\W/g, '-')}`): NewEvent => ({
      id,
      type: 'test.noted',
      schema: 1,
      data: { text },
    });
    const to = (stream: StreamId, expectedVersion: number, ...texts: string[]): StreamAppend => ({
      stream,
      expectedVersion,
      events: texts.map((text) => note(text)),
    });
    const by = (commandId: string, at = 1_000, actor: AppendContext['actor'] = 'user/ada'): AppendContext => ({
      actor,
      commandId,
      at,
    });
    const append = (stream: StreamId, version: number, text: string, at?: number) =>
      log.append([to(stream, version, text)], by(`command-${text}`, at));
    const appendMany = (count: number, stream: StreamId = 'test/a') =>
      Promise.all(Array.from({ length: count }, (_, index) => append(stream, index, `${index + 1}`)));
    const everything = () => log.readAll(0, 100_000);
    const texts = (events: readonly StoredEvent[]) => events.map((event) => (event.data as { text: string }).text);
    const positions = (events: readonly StoredEvent[]) => events.map((event) => event.position);
    const plain = (events: readonly StoredEvent[]) => events.map((event) => event.toJSON());

    describe('append', () => {
      it('[LOG-1] numbers events without a gap, in the order of acceptance, and answers with them as stored', async () => {
        const first = await log.append([to('test/a', 0, 'one', 'two')], by('c1', 5));
        const second = await log.append([to('test/b', 0, 'three')], by('c2', 7));
        expect(first.outcome).toBe('appended');
        expect(plain([...first.events, ...second.events])).toEqual([
          {
            position: 1,
            stream: 'test/a',
            version: 1,
            id: 'id-one',
            type: 'test.noted',
            schema: 1,
            at: 5,
            actor: 'user/ada',
            commandId: 'c1',
            data: { text: 'one' },
          },
          {
            position: 2,
            stream: 'test/a',
            version: 2,
            id: 'id-two',
            type: 'test.noted',
            schema: 1,
            at: 5,
            actor: 'user/ada',
            commandId: 'c1',
            data: { text: 'two' },
          },
          {
            position: 3,
            stream: 'test/b',
            version: 1,
            id: 'id-three',
            type: 'test.noted',
            schema: 1,
            at: 7,
            actor: 'user/ada',
            commandId: 'c2',
            data: { text: 'three' },
          },
        ]);
        expect(plain(await everything())).toEqual(plain([...first.events, ...second.events]));
      });

      it('[LOG-2] writes to several streams in one append, or to none', async () => {
        await append('test/a', 0, 'first');
        const both = await log.append([to('test/a', 1, 'second'), to('counter/x', 0, 'counted')], by('both'));
        expect(both.events.map(({ stream, version }) => [stream, version])).toEqual([
          ['test/a', 2],
          ['counter/x', 1],
        ]);
        const stale = log.append([to('test/c', 0, 'third'), to('counter/x', 0, 'counted twice')], by('stale'));
        await expect(stale).rejects.toMatchObject({ code: 'version-conflict' });
        expect(texts(await everything())).toEqual(['first', 'second', 'counted']);
        expect(await log.readStream('test/c')).toEqual([]);
      });

      it('[LOG-3] refuses an append that expects another version, and writes nothing', async () => {
        await append('test/a', 0, 'first');
        await expect(append('test/a', 0, 'behind')).rejects.toMatchObject({ code: 'version-conflict' });
        await expect(append('test/a', 2, 'ahead')).rejects.toMatchObject({ code: 'version-conflict' });
        expect(texts(await everything())).toEqual(['first']);
        expect(log.head()).toBe(1);
      });

      it('[LOG-4] judges appends in the order of the calls, without waiting for answers', async () => {
        const outcomes = await appendMany(500);
        expect(outcomes.map(({ events }) => events[0]?.position)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
        const racing = await Promise.allSettled(
          Array.from({ length: 10 }, (_, index) => append('test/race', 0, `racer ${index}`)),
        );
        expect(racing.map(({ status }) => status)).toEqual(['fulfilled', ...Array<string>(9).fill('rejected')]);
      });

      it('[LOG-5] keeps one refused append from harming others under way at the same time', async () => {
        const settled = await Promise.allSettled([
          append('test/a', 0, 'good'),
          append('test/a', 0, 'conflict'),
          log.append([to('test/a', 0, 'good')], by('command-good')),
          append('test/b', 0, 'also good'),
        ]);
        expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
        expect(texts(await everything())).toEqual(['good', 'also good']);
      });

      it('[LOG-6] never lets the time of recording go back', async () => {
        const ats: number[] = [];
        for (const [index, at] of [50, 40, 60, 60, 10].entries()) {
          const { events } = await append('test/a', index, `${index}`, at);
          ats.push(...events.map((event) => event.at));
        }
        expect(ats).toEqual([50, 50, 60, 60, 60]);
        expect((await everything()).map((event) => event.at)).toEqual(ats);
      });

      it('[LOG-7] gives back any text as it was', async () => {
        const strange = [
          '\u0000',
          '\ud800 lone',
          '\u202e rtl',
          '😀',
          '__proto__',
          '"\\\n\u2028',
          'x'.repeat(300_000),
          '',
        ];
        await log.append(
          [{ stream: 'test/a', expectedVersion: 0, events: strange.map((text, i) => note(text, `id-${i}`)) }],
          by('strange é "😀'),
        );
        const stored = await everything();
        expect(texts(stored)).toEqual(strange);
        expect(stored[0]?.commandId).toBe('strange é "😀');
      });

      it('[LOG-8] refuses with a TypeError what it could not give back, and writes nothing', async () => {
        const bad: [StreamAppend[], AppendContext][] = [
          [[to('nostream' as StreamId, 0, 'x')], by('c')],
          [[to('test/a', -1, 'x')], by('c')],
          [[to('test/a', 0, 'x'), to('test/a', 1, 'y')], by('c')],
          [[{ stream: 'test/a', expectedVersion: 0, events: [{ ...note('x'), data: undefined }] }], by('c')],
          [[{ stream: 'test/a', expectedVersion: 0, events: [{ ...note('x'), type: 'a"b' }] }], by('c')],
          [[to('test/a', 0, 'x')], by('')],
          [[to('test/a', 0, 'x')], by('c'.repeat(101))],
          [[to('test/a', 0, 'x')], by('\ud800')],
          [[to('test/a', 0, 'x')], by('c', 1.5)],
        ];
        for (const [streams, context] of bad)
          await expect(log.append(streams, context)).rejects.toBeInstanceOf(TypeError);
        expect(log.head()).toBe(0);
      });
    });

    describe('a command that comes again', () => {
      it('[LOG-9] is answered with its first outcome, whatever it carries and before versions are looked at', async () => {
        const first = await log.append([to('test/a', 0, 'first'), to('test/b', 0, 'other')], by('once'));
        await append('test/a', 1, 'meanwhile');
        const again = await log.append([to('test/a', 0, 'changed')], by('once', 9_999));
        expect(again.outcome).toBe('repeated');
        expect(plain(again.events)).toEqual(plain(first.events));
        const fresh = await log.append([to('test/a', 2, 'changed')], by('once'));
        expect(fresh.outcome).toBe('repeated');
        expect(log.head()).toBe(3);
      });

      it('[LOG-10] takes effect once, also when sent twenty times at the same moment', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, () => log.append([to('test/a', 0, 'x')], by('same'))),
        );
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', ...Array<string>(19).fill('repeated')]);
        expect(new Set(outcomes.map(({ events }) => JSON.stringify(plain(events)))).size).toBe(1);
        expect(log.head()).toBe(1);
      });

      it('[LOG-11] is another command when it comes from another actor', async () => {
        await log.append([to('test/a', 0, 'hers')], by('same', 1, 'user/ada'));
        const his = await log.append([to('test/a', 1, 'his')], by('same', 1, 'user/bob'));
        expect(his.outcome).toBe('appended');
      });

      it('[LOG-12] is judged anew when it was refused before', async () => {
        await expect(log.append([to('test/a', 1, 'early')], by('retry'))).rejects.toMatchObject({
          code: 'version-conflict',
        });
        await append('test/a', 0, 'first');
        const retried = await log.append([to('test/a', 1, 'early')], by('retry'));
        expect(retried.outcome).toBe('appended');
      });

      it('[LOG-13] is remembered even if it brought no events', async () => {
        expect(await log.append([to('test/a', 0)], by('nothing'))).toEqual({ outcome: 'appended', events: [] });
        expect(await log.append([to('test/a', 0, 'x')], by('nothing'))).toEqual({ outcome: 'repeated', events: [] });
        expect(log.head()).toBe(0);
      });

      it('[LOG-14] can be asked for by actor and id', async () => {
        const first = await log.append([to('test/a', 0, 'x', 'y')], by('asked'));
        const found = await log.outcomeOf('user/ada', 'asked');
        expect(found?.outcome).toBe('repeated');
        expect(plain(found?.events ?? [])).toEqual(plain(first.events));
        expect(await log.outcomeOf('user/bob', 'asked')).toBeUndefined();
        expect(await log.outcomeOf('user/ada', 'other')).toBeUndefined();
      });
    });

    describe('reading', () => {
      it('[LOG-15] reads on from a position, at most so many', async () => {
        await appendMany(10);
        expect(positions(await log.readAll(0, 3))).toEqual([1, 2, 3]);
        expect(positions(await log.readAll(3, 3))).toEqual([4, 5, 6]);
        expect(positions(await log.readAll(6, 3))).toEqual([7, 8, 9]);
        expect(positions(await log.readAll(9, 3))).toEqual([10]);
        expect(await log.readAll(10, 3)).toEqual([]);
        expect(await log.readAll(99, 3)).toEqual([]);
        await append('test/b', 0, 'new');
        expect(positions(await log.readAll(9, 3))).toEqual([10, 11]);
      });

      it('[LOG-16] reads a stream after a version and up to a position', async () => {
        for (let index = 0; index < 5; index += 1) {
          await append('test/a', index, `a${index + 1}`);
          await append('test/b', index, `b${index + 1}`);
        }
        expect(texts(await log.readStream('test/b'))).toEqual(['b1', 'b2', 'b3', 'b4', 'b5']);
        expect(texts(await log.readStream('test/b', { afterVersion: 2 }))).toEqual(['b3', 'b4', 'b5']);
        expect(texts(await log.readStream('test/b', { upToPosition: 6 }))).toEqual(['b1', 'b2', 'b3']);
        expect(texts(await log.readStream('test/b', { upToPosition: 7 }))).toEqual(['b1', 'b2', 'b3']);
        expect(texts(await log.readStream('test/b', { afterVersion: 1, upToPosition: 7 }))).toEqual(['b2', 'b3']);
        expect(await log.readStream('test/b', { afterVersion: 5 })).toEqual([]);
        expect(await log.readStream('test/none')).toEqual([]);
      });

      it('[LOG-17] finds the last event at or before a time', async () => {
        expect(await log.positionAt(1_000)).toBe(0);
        for (const [index, at] of [10, 20, 20, 30].entries()) await append('test/a', index, `${index}`, at);
        const found = await Promise.all([9, 10, 19, 20, 29, 30, 99].map((at) => log.positionAt(at)));
        expect(found).toEqual([0, 1, 1, 3, 3, 4, 4]);
      });

      it('[LOG-18] shows an event to readers as soon as its append is answered', async () => {
        for (let index = 0; index < 20; index += 1) {
          const { events } = await append('test/a', index, `${index}`);
          expect(log.head()).toBe(index + 1);
          expect(plain(await log.readAll(index, 10))).toEqual(plain(events));
        }
      });
    });

    describe('tail', () => {
      it('[LOG-19] tells what is stored first, then what comes, each once and in order', async () => {
        await appendMany(3_000);
        const seen: number[] = [];
        const tail = log.tail(10, (events) => seen.push(...positions(events)));
        const more = Promise.all(Array.from({ length: 200 }, (_, index) => append('test/b', index, `b${index}`)));
        await tail.caughtUp;
        expect(seen.length).toBeGreaterThanOrEqual(2_990);
        await more;
        await nextMacrotask();
        await nextMacrotask();
        expect(seen).toEqual(Array.from({ length: 3_190 }, (_, index) => index + 11));
        tail.stop();
      });

      it('[LOG-20] answers the writer before it tells listeners', async () => {
        const order: string[] = [];
        const tail = log.tail(0, () => order.push('told'));
        await tail.caughtUp;
        for (let index = 0; index < 5; index += 1) {
          await append('test/a', index, `${index}`);
          for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
          order.push('answered');
          await nextMacrotask();
          await nextMacrotask();
        }
        expect(order).toEqual(Array.from({ length: 5 }, () => ['answered', 'told']).flat());
        tail.stop();
      });

      it('[LOG-21] has caught up at once with an empty log, and begins after any position', async () => {
        await log.tail(0, () => {}).caughtUp;
        const seen: number[] = [];
        const tail = log.tail(2, (events) => seen.push(...positions(events)));
        await tail.caughtUp;
        await appendMany(4);
        await nextMacrotask();
        await nextMacrotask();
        expect(seen).toEqual([3, 4]);
      });

      it('[LOG-22] tells a listener nothing more once it has stopped, and others go on', async () => {
        const stopped: number[] = [];
        const going: number[] = [];
        const first = log.tail(0, (events) => {
          stopped.push(...positions(events));
          if (stopped.length >= 2) first.stop();
        });
        const second = log.tail(0, (events) => going.push(...positions(events)));
        await Promise.all([first.caughtUp, second.caughtUp]);
        for (let index = 0; index < 4; index += 1) {
          await append('test/a', index, `${index}`);
          await nextMacrotask();
          await nextMacrotask();
        }
        expect(stopped).toEqual([1, 2]);
        expect(going).toEqual([1, 2, 3, 4]);
      });

      it('[LOG-23] lets a listener append', async () => {
        const seen: string[] = [];
        const done = new Promise<void>((resolve) => {
          log.tail(0, (events) => {
            seen.push(...texts(events));
            const last = events.at(-1)?.position ?? 0;
            if (last < 5) void append('test/a', last, `reaction ${last}`);
            else resolve();
          });
        });
        await append('test/a', 0, 'first');
        await done;
        expect(seen).toEqual(['first', 'reaction 1', 'reaction 2', 'reaction 3', 'reaction 4']);
      });
    });

    describe('close', () => {
      it('[LOG-24] waits for appends under way', async () => {
        const appends = appendMany(50);
        const reads = log.readAll(0, 10);
        await log.close();
        expect((await appends).map(({ outcome }) => outcome)).toEqual(Array(50).fill('appended'));
        expect((await reads).length).toBeLessThanOrEqual(10);
      });

      it('[LOG-25] makes every later call answer unavailable, and may be repeated', async () => {
        await append('test/a', 0, 'x');
        const told: unknown[] = [];
        log.tail(1, (events) => told.push(...events));
        await log.close();
        await log.close();
        const unavailable = { code: 'unavailable' };
        await expect(append('test/a', 1, 'y')).rejects.toMatchObject(unavailable);
        await expect(log.readAll(0, 1)).rejects.toMatchObject(unavailable);
        await expect(log.readStream('test/a')).rejects.toMatchObject(unavailable);
        await expect(log.positionAt(0)).rejects.toMatchObject(unavailable);
        await expect(log.outcomeOf('user/ada', 'x')).rejects.toMatchObject(unavailable);
        expect(() => log.tail(0, () => {})).toThrow(expect.objectContaining(unavailable));
        expect(told).toEqual([]);
      });
    });
  });
}
