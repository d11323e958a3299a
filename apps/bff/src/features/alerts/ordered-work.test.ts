import { expect, test } from 'vitest';
import { OrderedWork } from './ordered-work.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('work with the same key runs in order, other work does not wait, and a failure stops nothing', async () => {
  const work = new OrderedWork();
  const done: string[] = [];
  const slow = (name: string) => async () => {
    await turn();
    done.push(name);
    return name;
  };
  const failing = async () => {
    await turn();
    throw new Error('no');
  };
  const results = await Promise.allSettled([
    work.run('a', slow('a1')),
    work.run('a', failing),
    work.run('a', slow('a2')),
    work.run('b', slow('b1')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(done).toEqual(['a1', 'b1', 'a2']);
});
