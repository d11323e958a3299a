import type { ServerToClient } from '@sitrep/shared/protocol/socket';
import type { Topic } from '@sitrep/shared/protocol/topics';
import type { Api } from './http-api.ts';
import type { Link } from './link.ts';
import { unreachable } from './command-problem.ts';
import { isTopicUpdate } from './position.ts';
import type { Scheduler } from './scheduler.ts';
import type { TopicFold, TopicReplica } from './topic.ts';
import { createTopicReplica } from './topic-replica.ts';

export type OpenTopic<State> = { readonly replica: TopicReplica<State>; readonly close: () => void };

export type TopicListener = {
  /** All further topics that belong to this one. */
  readonly onAlso?: (topics: readonly string[]) => void;
  readonly onAccessChanged?: ServerToClient['access:changed'];
};

export type TopicHub = {
  /** Begins to load a topic and to keep it up to date. */
  readonly open: <State, Snapshot extends { readonly position: number }>(
    topic: Topic,
    fold: TopicFold<State, Snapshot>,
    hear?: TopicListener,
  ) => OpenTopic<State>;
  /** Signed out: everything is forgotten, and loaded anew for whoever signs in. */
  readonly stop: () => void;
  readonly start: () => void;
  readonly connected: () => void;
  readonly lost: () => void;
  readonly receive: (update: unknown) => void;
  readonly accessChanged: ServerToClient['access:changed'];
  /** Since when (`Scheduler.now`) something on screen may be behind the server. */
  readonly behindSince: () => number | undefined;
};

export type HubPorts = {
  readonly scheduler: Scheduler;
  readonly api: Api;
  readonly link: () => Link | undefined;
  readonly onSettled: (caughtUp: number, wentBack: boolean) => void;
  readonly onFault: (error: unknown) => void;
};

type Opened = {
  readonly replica: Omit<TopicReplica<unknown>, 'store' | 'amend'>;
  readonly hear: TopicListener;
};

/** All topics that are open, and the way of an update to its own. */
export const createTopicHub = ({ scheduler, api, link, onSettled, onFault }: HubPorts): TopicHub => {
  const opened = new Map<string, Opened>();
  let isRunning = true;
  const each = (run: (replica: Opened['replica']) => void) => {
    for (const { replica } of opened.values()) run(replica);
  };
  return {
    open: (topic, fold, hear = {}) => {
      const replica = createTopicReplica(fold, {
        scheduler,
        isConnected: () => link()?.isConnected() ?? false,
        subscribe: async (after) => {
          const current = link();
          if (current === undefined) throw unreachable();
          return current.subscribe({ topic, after });
        },
        takeSnapshot: () => api.get(`/topics/${topic}`),
        onAlso: hear.onAlso ?? (() => {}),
        onSettled,
        onFault,
      });
      const entry: Opened = { replica, hear };
      opened.set(topic, entry);
      if (isRunning) replica.start();
      return {
        replica,
        close: () => {
          replica.stop();
          if (opened.get(topic) !== entry) return;
          opened.delete(topic);
          link()?.unsubscribe(topic);
        },
      };
    },
    stop: () => {
      isRunning = false;
      each((replica) => replica.stop());
    },
    start: () => {
      if (isRunning) return;
      isRunning = true;
      each((replica) => replica.start());
    },
    connected: () => each((replica) => replica.connected()),
    lost: () => each((replica) => replica.lost()),
    receive: (update) => {
      if (isTopicUpdate(update)) opened.get(update.topic)?.replica.receive(update);
    },
    accessChanged: (change) => {
      const { also, lost } = change;
      for (const topic of lost) opened.get(topic)?.replica.withdraw();
      for (const { hear } of opened.values()) hear.onAccessChanged?.(change);
      // What was missing may be among what is new.
      if (also.length > 0) each((replica) => replica.retry());
    },
    behindSince: () => {
      const all = [...opened.values()].flatMap(({ replica }) => replica.behindSince() ?? []);
      return all.length === 0 ? undefined : Math.min(...all);
    },
  };
};
