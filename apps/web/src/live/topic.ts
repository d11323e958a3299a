import type { SubscribeAnswer, TopicUpdate } from '@sitrep/shared/protocol/socket';
import type { ReadStore } from './live-client.ts';
import type { Scheduler } from './scheduler.ts';

export type TopicState<State> =
  | { readonly phase: 'loading' | 'missing' | 'failed' }
  | { readonly phase: 'ready'; readonly position: number; readonly state: State };

/** How snapshots and updates of one kind of topic become state. */
export type TopicFold<State, Snapshot> = {
  readonly fromSnapshot: (snapshot: Snapshot, former: State | undefined) => State;
  /** @throws OutdatedError */
  readonly apply: (state: State, update: TopicUpdate) => State;
  /** How many things differ: for "12 changes caught up". */
  readonly difference: (former: State, next: State) => number;
};

export type TopicPorts<Snapshot> = {
  readonly scheduler: Scheduler;
  readonly isConnected: () => boolean;
  readonly subscribe: (after: number) => Promise<SubscribeAnswer>;
  /** @throws CommandProblem */
  readonly takeSnapshot: () => Promise<Snapshot>;
  /** Further topics that belong to this one. */
  readonly onAlso: (topics: readonly string[]) => void;
  /** In step with the server (again); `wentBack`: it knows less than was held, as after a restore. */
  readonly onSettled: (caughtUp: number, wentBack: boolean) => void;
  /** Neither the network nor a refusal: the page is outdated, or there is a defect. */
  readonly onFault: (error: unknown) => void;
};

export type TopicReplica<State> = {
  readonly store: ReadStore<TopicState<State>>;
  readonly start: () => void;
  readonly stop: () => void;
  readonly connected: () => void;
  readonly lost: () => void;
  readonly receive: (update: TopicUpdate) => void;
  /** Asks anew, also for what was missing. */
  readonly retry: () => void;
  /** It may not be seen any longer. */
  readonly withdraw: () => void;
  /** Resolves once everything up to `position` that concerns this topic is held. */
  readonly reached: (position: number) => Promise<void>;
  /** Changes what is held without moving. */
  readonly amend: (change: (state: State) => State) => void;
  /** Since when (`Scheduler.now`) what is held may be behind the server. */
  readonly behindSince: () => number | undefined;
};
