import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { PRESENCE_MS, TYPING_ENDS_MS, type PresenceChange, type PresentPerson } from '@sitrep/shared/protocol/presence';
import { createStore } from 'zustand/vanilla';
import type { Activity } from './activity.ts';
import type { Link } from './link.ts';
import type { LivePresence } from './live-client.ts';
import { createPresenceWords, sameWord, VIEWING, type Word } from './presence-words.ts';
import { createRetention } from './retention.ts';
import { backoffMs, type Scheduler } from './scheduler.ts';

export type PresencePorts = {
  readonly scheduler: Scheduler;
  readonly activity: Activity;
  readonly link: () => Link | undefined;
  /** Whether what is on screen is as fresh as it looks. */
  readonly isLive: () => boolean;
};

export type OpenablePresence = LivePresence & {
  readonly connected: () => void;
  readonly lost: () => void;
  readonly receive: (change: PresenceChange) => void;
  /** It may not be seen any longer. */
  readonly withdraw: () => void;
  /** Rights have changed: what was refused may be allowed. */
  readonly retry: () => void;
  /** Shows, or hides, what is held. */
  readonly render: () => void;
};

const NOBODY: readonly PresentPerson[] = [];
/** Others need not be told of somebody who only looks elsewhere for a moment. */
const LINGER_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;
/** Well before the server lets it fall back. */
const KEEP_UP_MS = TYPING_ENDS_MS * 0.4;

export const createLivePresence = (ports: PresencePorts, incidentId: IncidentId): OpenablePresence => {
  const { scheduler, activity } = ports;
  const store = createStore<readonly PresentPerson[]>(() => NOBODY);

  let running = false;
  /** Changes whenever an answer that is under way means nothing any more. */
  let life = 0;
  /** The life in which it was asked to join, until that is answered. */
  let askedIn: number | undefined;
  let people: Map<UserId, PresentPerson> | undefined;
  /** Where we stand; nothing while the server does not tell us in order. */
  let step: number | undefined;
  let failures = 0;
  let said: Word & { readonly at: number } = { ...VIEWING, at: 0 };
  let cancelRetry = () => {};
  let cancelSay = () => {};

  const words = createPresenceWords(scheduler, () => say());
  const word = (): Word => (activity.isAway() ? { doing: 'idle' } : words.word());

  const render = () => {
    const shown = people === undefined || !ports.isLive() ? NOBODY : [...people.values()];
    if (shown.length > 0 || store.getState().length > 0) {
      store.setState(
        shown.toSorted((a, b) => a.since - b.since),
        true,
      );
    }
  };

  const forget = () => {
    life += 1;
    people = undefined;
    step = undefined;
    cancelRetry();
    cancelSay();
    render();
  };

  const later = (ms: number) => {
    cancelSay();
    cancelSay = scheduler.after(ms, say);
  };

  const say = () => {
    if (step === undefined) return;
    const next = word();
    const sinceMs = scheduler.now() - said.at;
    const keepsUp = next.doing === 'typing' || next.doing === 'editing';
    if (sameWord(next, said) && (!keepsUp || sinceMs < KEEP_UP_MS)) {
      if (next.doing === 'editing') later(KEEP_UP_MS - sinceMs);
      return;
    }
    if (sinceMs < PRESENCE_MS) {
      later(PRESENCE_MS - sinceMs);
      return;
    }
    said = { ...next, at: scheduler.now() };
    ports.link()?.reportPresence({ incidentId, ...next });
    if (next.doing === 'editing') later(KEEP_UP_MS);
  };

  const tryLater = () => {
    failures += 1;
    cancelRetry = scheduler.after(backoffMs(scheduler, failures, FIRST_RETRY_MS, MAX_RETRY_MS), join);
  };

  const ask = async (link: Link): Promise<void> => {
    const asked = life;
    askedIn = asked;
    const first = word();
    const at = scheduler.now();
    const answer = await link.joinPresence({ incidentId, ...first }).catch(() => undefined);
    if (asked !== life) return;
    askedIn = undefined;
    if (answer?.outcome !== 'joined') {
      forget();
      tryLater();
      return;
    }
    failures = 0;
    said = { ...first, at };
    ({ step } = answer);
    people = new Map(answer.people.map((person) => [person.id, person]));
    render();
    say();
  };

  const join = () => {
    const link = ports.link();
    if (!running || askedIn === life || step !== undefined || link?.isConnected() !== true) return;
    cancelRetry();
    void ask(link);
  };

  const open = () => {
    running = true;
    const stopWatching = activity.subscribe(say);
    join();
    return () => {
      running = false;
      stopWatching();
      if (step !== undefined || askedIn === life) ports.link()?.leavePresence(incidentId);
      forget();
    };
  };

  return {
    store,
    ...createRetention(scheduler, open, LINGER_MS),
    reporter: words.reporter,
    connected: () => {
      failures = 0;
      forget();
      join();
    },
    lost: forget,
    receive: ({ prev, step: next, changed, gone }) => {
      if (step === undefined || people === undefined || next <= step) return;
      if (prev !== step) {
        // What is shown is a moment old at most; the answer replaces it.
        step = undefined;
        join();
        return;
      }
      step = next;
      for (const id of gone) people.delete(id);
      for (const person of changed) people.set(person.id, person);
      render();
    },
    withdraw: () => {
      forget();
      tryLater();
    },
    retry: join,
    render,
  };
};
