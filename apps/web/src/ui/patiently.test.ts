import { describe, expect, it } from 'vitest';
import { patiently } from './patiently.ts';

/** A module behind a network: `away` tries find nothing, and later ones find the server, with or without it. */
const setUp = ({ away, has, known = false }: { away: number; has: boolean; known?: boolean }) => {
  let looks = 0;
  let tries = 0;
  const load = patiently(
    () => {
      tries += 1;
      return (known || tries > away) && has ? Promise.resolve('module') : Promise.reject(new Error('not fetched'));
    },
    {
      seemsThere: () => !known,
      isServerThere: () => Promise.resolve((looks += 1) > away),
      pause: () => Promise.resolve(),
    },
  );
  return { load, tries: () => tries };
};

describe('a part of the app that is loaded late', () => {
  it('is there at once where the network is', async () => {
    const { load, tries } = setUp({ away: 0, has: true });
    await expect(load()).resolves.toBe('module');
    expect(tries()).toBe(1);
  });

  it('is there as soon as the network is back', async () => {
    const { load } = setUp({ away: 5, has: true });
    await expect(load()).resolves.toBe('module');
  });

  it('is not asked for before somebody answers, where it is known that nobody does', async () => {
    const { load, tries } = setUp({ away: 5, has: true, known: true });
    await expect(load()).resolves.toBe('module');
    expect(tries()).toBe(1);
  });

  it('fails where the server is there and does not have it', async () => {
    const { load, tries } = setUp({ away: 0, has: false });
    await expect(load()).rejects.toThrow('not fetched');
    expect(tries()).toBe(2);
  });
});
