import { describe, expect, it } from 'vitest';
import { withLease } from './sole-tab.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';

const memoryStorage = (): Storage => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
};

const setUp = () => {
  const scheduler = manualScheduler(3);
  const storage = memoryStorage();
  const running: string[] = [];
  const open = (name: string) => {
    const end = new AbortController();
    const done = withLease(storage, scheduler, name)('outbox', end.signal, async (signal) => {
      running.push(name);
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      running.splice(running.indexOf(name), 1);
    });
    return { end: () => end.abort(), done };
  };
  return { scheduler, storage, running, open };
};

describe('the lease that stands in for Web Locks', () => {
  it('[LIVE-38] is held by one tab of several, for as long as it lives', async () => {
    const { scheduler, running, open } = setUp();
    open('one');
    open('two');
    open('three');
    await scheduler.advance(1_000);
    expect(running).toHaveLength(1);
    const [holder] = running;
    await scheduler.advance(60_000);
    expect(running).toEqual([holder]);
  });

  it('[LIVE-32] [LIVE-38] goes to another tab when its holder ends', async () => {
    const { scheduler, running, open } = setUp();
    const first = open('one');
    await scheduler.advance(1_000);
    open('two');
    await scheduler.advance(1_000);
    first.end();
    await scheduler.advance(3_000);
    expect(running).toEqual(['two']);
    await first.done;
  });

  it('[LIVE-32] [LIVE-38] runs out when its holder crashed', async () => {
    const { scheduler, storage, running, open } = setUp();
    storage.setItem('sitrep-lease:outbox', JSON.stringify({ tab: 'crashed', until: scheduler.wall() + 6_000 }));
    open('two');
    await scheduler.advance(4_000);
    expect(running).toEqual([]);
    await scheduler.advance(5_000);
    expect(running).toEqual(['two']);
  });

  it('[LIVE-38] is given up by a tab that slept through it', async () => {
    const { scheduler, storage, running, open } = setUp();
    open('one');
    await scheduler.advance(1_000);
    const taken = JSON.stringify({ tab: 'two', until: scheduler.wall() + 6_000 });
    storage.setItem('sitrep-lease:outbox', taken);
    await scheduler.advance(2_500);
    expect(running).toEqual([]);
    expect(storage.getItem('sitrep-lease:outbox')).toBe(taken);
  });

  it('[LIVE-38] is not kept for ever by a clock that was set back, or by nonsense', async () => {
    const { scheduler, storage, running, open } = setUp();
    storage.setItem('sitrep-lease:outbox', JSON.stringify({ tab: 'old', until: scheduler.wall() + 86_400_000 }));
    open('one');
    await scheduler.advance(1_000);
    expect(running).toEqual(['one']);
    const other = setUp();
    other.storage.setItem('sitrep-lease:outbox', 'nonsense');
    other.open('one');
    await other.scheduler.advance(1_000);
    expect(other.running).toEqual(['one']);
  });
});
