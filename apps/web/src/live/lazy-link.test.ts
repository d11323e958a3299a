import { describe, expect, it, vi } from 'vitest';
import type { Link, LinkEvents, OpenLink } from './link.ts';
import { lazyLink } from './lazy-link.ts';

const silent: LinkEvents = {
  onConnected: () => undefined,
  onLost: () => undefined,
  onUpdate: () => undefined,
  onPresence: () => undefined,
  onHeartbeat: () => undefined,
  onAccessChanged: () => undefined,
  onSessionEnded: () => undefined,
};

const openedLink = (): Link => ({
  isConnected: () => true,
  subscribe: () => Promise.resolve({ outcome: 'take-snapshot', also: [] }),
  unsubscribe: () => undefined,
  joinPresence: () => Promise.resolve({ outcome: 'joined', step: 0, people: [] }),
  reportPresence: () => undefined,
  leavePresence: () => undefined,
  close: vi.fn<() => void>(),
});

describe('lazyLink', () => {
  it('[LIVE-62] is not connected until its code has arrived, then is the link itself', async () => {
    let arrive: (open: OpenLink) => void = () => undefined;
    const loading = new Promise<OpenLink>((resolve) => (arrive = resolve));
    const opened = openedLink();
    const link = lazyLink(() => loading)(silent);
    expect(link.isConnected()).toBe(false);
    await expect(link.subscribe({ topic: 'board' })).rejects.toMatchObject({ code: 'unavailable' });
    arrive(() => opened);
    await loading;
    expect(link.isConnected()).toBe(true);
    expect(await link.subscribe({ topic: 'board' })).toEqual({ outcome: 'take-snapshot', also: [] });
    link.close();
    expect(opened.close).toHaveBeenCalledOnce();
  });

  it('[LIVE-63] opens nothing when it was closed before its code arrived', async () => {
    const open = vi.fn<OpenLink>(openedLink);
    const loading = Promise.resolve<OpenLink>(open);
    lazyLink(() => loading)(silent).close();
    await loading;
    expect(open).not.toHaveBeenCalled();
  });

  it('[LIVE-64] is lost when its code cannot be had, so that the next try asks again', async () => {
    const onLost = vi.fn<LinkEvents['onLost']>();
    const loading = Promise.reject<OpenLink>(new Error('no network'));
    lazyLink(() => loading)({ ...silent, onLost });
    await loading.catch(() => undefined);
    await Promise.resolve();
    expect(onLost).toHaveBeenCalledWith(undefined);
  });
});
