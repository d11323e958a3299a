import type { Me } from '@sitrep/shared/protocol/http';
import { createActing } from '../acting.ts';
import type { WatchActivity } from '../activity.ts';
import { createLiveClient } from '../create-live-client.ts';
import type { LiveClient } from '../live-client.ts';
import type { OutboxItem } from '../outbox-item.ts';
import type { OutboxStorage } from '../outbox-storage.ts';
import { asAnyTab, type AsSoleTab } from '../sole-tab.ts';
import type { OpenTabChannel } from '../tab-channel.ts';
import type { ManualScheduler } from './manual-scheduler.ts';
import { createModelNetwork, type ModelNetwork } from './model-network.ts';
import type { ModelServer } from './model-server.ts';

/** A disk that outlives the tabs that use it. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export const sharedStorage = (): Writable<OutboxStorage> & { readonly items: Map<string, OutboxItem> } => {
  const items = new Map<string, OutboxItem>();
  let last = 0;
  return {
    items,
    reach: 'browser',
    load: async (userId) => [...items.values()].filter((item) => item.userId === userId),
    put: async (item) => {
      const order = items.get(item.commandId)?.order ?? (last += 1);
      items.set(item.commandId, structuredClone({ ...item, order }));
      return order;
    },
    remove: async (commandId) => void items.delete(commandId),
  };
};

/** Tabs of one browser: a lock held by one at a time, and a channel between all. */
export const sharedTabs = (): { readonly asSoleTab: AsSoleTab; readonly openChannel: OpenTabChannel } => {
  const ears = new Map<string, Set<Parameters<OpenTabChannel>[1]>>();
  let holder = Promise.resolve();
  return {
    asSoleTab: async (_name, signal, run) => {
      const before = holder;
      let release = () => {};
      holder = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      try {
        if (!signal.aborted) await run(signal);
      } finally {
        release();
      }
    },
    openChannel: (name, hear) => {
      const all = ears.get(name) ?? new Set();
      ears.set(name, all.add(hear));
      return {
        post: (message) => {
          for (const ear of all) if (ear !== hear) queueMicrotask(() => ear(structuredClone(message)));
        },
        close: () => void all.delete(hear),
      };
    },
  };
};

export type ModelBrowser = {
  readonly storage: ReturnType<typeof sharedStorage>;
  readonly tabs: ReturnType<typeof sharedTabs>;
};

export const modelBrowser = (): ModelBrowser => ({ storage: sharedStorage(), tabs: sharedTabs() });

export type ModelTab = {
  readonly client: LiveClient;
  readonly network: ModelNetwork;
  readonly wake: () => void;
  /** What the person at the page does. */
  readonly sign: Parameters<WatchActivity>[0];
  /** The tab is gone without a goodbye; its requests under way may still reach the server. */
  readonly crash: () => void;
  readonly defects: unknown[];
};

export const openModelTab = (
  server: ModelServer,
  scheduler: ManualScheduler,
  me: Me | undefined,
  browser: ModelBrowser = modelBrowser(),
): ModelTab => {
  const network = createModelNetwork(server, scheduler, me);
  const defects: unknown[] = [];
  let wake = () => {};
  let sign: Parameters<WatchActivity>[0] = () => {};
  const client = createLiveClient({
    origin: 'http://model',
    createActing,
    platform: {
      scheduler,
      fetch: network.fetch,
      openLink: network.openLink,
      openStorage: async () => browser.storage,
      asSoleTab: browser.tabs.asSoleTab ?? asAnyTab,
      openChannel: browser.tabs.openChannel,
      watchWake: (run) => {
        wake = run;
        return () => {};
      },
      watchActivity: (hear) => {
        sign = hear;
        return () => {};
      },
      onDefect: (error) => void defects.push(error),
    },
  });
  const stop = client.start();
  return { client, network, defects, wake: () => wake(), sign: (what) => sign(what), crash: stop };
};
