import { parseTopic, type ListTopic, type PrivateRowTopic } from '@sitrep/shared/protocol/topics';
import { createStore } from 'zustand/vanilla';
import { listFold, type Rows } from './list-fold.ts';
import type { Live } from './live-client.ts';
import { createRetention } from './retention.ts';
import type { Scheduler } from './scheduler.ts';
import type { OpenTopic, TopicHub } from './topic-hub.ts';

export type ListView = { readonly status: 'loading' | 'ready' };

type MakeView<View> = (status: ListView['status'], rows: Rows, former: View) => View;

const NO_ROWS: Rows = new Map();

const asPrivateRow = (topic: string): PrivateRowTopic | undefined =>
  parseTopic(topic)?.kind === 'private-row' ? (topic as PrivateRowTopic) : undefined;

/** A list topic together with the rows that only some may see, as one view. */
export const createLiveList = <View extends ListView>(
  ports: { readonly hub: TopicHub; readonly scheduler: Scheduler },
  topic: ListTopic,
  empty: View,
  makeView: MakeView<View>,
): Live<View> => {
  const store = createStore<View>(() => empty);

  const open = () => {
    const others = new Map<PrivateRowTopic, OpenTopic<Rows>>();

    const render = () => {
      const states = [main, ...others.values()].map(({ replica }) => replica.store.getState());
      const former = store.getState();
      // Later on a further row may come without the list going back to loading.
      const ready = states[0]?.phase === 'ready' && (former.status === 'ready' || states.every(isThere));
      const rows = new Map(states.flatMap((state) => [...(state.phase === 'ready' ? state.state : NO_ROWS)]));
      store.setState(makeView(ready ? 'ready' : 'loading', rows, former), true);
    };

    const add = (further: PrivateRowTopic) => {
      if (others.has(further)) return;
      const opened = ports.hub.open(further, listFold);
      others.set(further, opened);
      opened.replica.store.subscribe(render);
    };
    const drop = (further: PrivateRowTopic) => {
      others.get(further)?.close();
      others.delete(further);
    };
    const privateRows = (topics: readonly string[]) => topics.flatMap((name) => asPrivateRow(name) ?? []);

    const main = ports.hub.open(topic, listFold, {
      onAlso: (topics) => {
        const all = privateRows(topics);
        for (const further of others.keys()) if (!all.includes(further)) drop(further);
        for (const further of all) add(further);
        render();
      },
      onAccessChanged: ({ also, lost }) => {
        for (const further of privateRows(lost)) drop(further);
        if (topic === 'board') for (const further of privateRows(also)) add(further);
        render();
      },
    });
    main.replica.store.subscribe(render);
    return () => {
      main.close();
      for (const further of others.keys()) drop(further);
      store.setState(empty, true);
    };
  };

  return { store, ...createRetention(ports.scheduler, open) };
};

const isThere = ({ phase }: { readonly phase: string }): boolean => phase !== 'loading';

/** The former array where it holds the same rows in the same order. */
export const keepRows = <Row>(former: readonly Row[], next: readonly Row[]): readonly Row[] =>
  former.length === next.length && former.every((row, index) => row === next[index]) ? former : next;
