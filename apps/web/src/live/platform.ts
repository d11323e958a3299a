import { watchActivity, type WatchActivity } from './activity.ts';
import { lazyLink } from './lazy-link.ts';
import type { OpenLink } from './link.ts';
import { openOutboxStorage, type OutboxStorage } from './outbox-storage.ts';
import { browserScheduler, type Scheduler } from './scheduler.ts';
import { browserSoleTab, type AsSoleTab } from './sole-tab.ts';
import { openBroadcastChannel, type OpenTabChannel } from './tab-channel.ts';

/** Everything that live/ takes from the browser. */
export type Platform = {
  readonly scheduler: Scheduler;
  readonly fetch: typeof fetch;
  readonly openLink: OpenLink;
  readonly openStorage: () => Promise<OutboxStorage>;
  readonly asSoleTab: AsSoleTab;
  readonly openChannel: OpenTabChannel;
  /** Calls when the page wakes up or the network comes back; answers how to stop. */
  readonly watchWake: (wake: () => void) => () => void;
  readonly watchActivity: WatchActivity;
  /** A defect: for the log of the browser. */
  readonly onDefect: (error: unknown) => void;
};

const watchWake = (wake: () => void): (() => void) => {
  const whenShown = () => {
    if (!document.hidden) wake();
  };
  document.addEventListener('visibilitychange', whenShown);
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  // A page that the browser had frozen.
  document.addEventListener('resume', wake);
  return () => {
    document.removeEventListener('visibilitychange', whenShown);
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('resume', wake);
  };
};

export const browserPlatform = (origin: string): Platform => ({
  scheduler: browserScheduler,
  fetch: (input, init) => fetch(input, init),
  openLink: lazyLink(async () => {
    const { openSocketLink } = await import('./socket-link.ts');
    return (events) => openSocketLink(origin, events);
  }),
  openStorage: () => openOutboxStorage(globalThis.indexedDB),
  asSoleTab: (name, signal, run) => browserSoleTab(browserScheduler)(name, signal, run),
  openChannel: openBroadcastChannel,
  watchWake,
  watchActivity,
  onDefect: (error) => reportError(error),
});
