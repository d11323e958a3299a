import { createCommandBus } from './command-bus/create-command-bus.ts';
import type { CommandBus } from './command-bus/command-bus.ts';
import { DirectoryView } from './identity/directory-view.ts';
import { Sessions } from './identity/sessions.ts';
import type { Clock } from './ports/clock.ts';
import type { DocStore } from './ports/doc-store.ts';
import type { EventLog } from './ports/event-log.ts';
import type { IdGenerator } from './ports/id-generator.ts';
import type { ProjectionSnapshot } from './ports/snapshot-store.ts';
import { IncidentIndex } from './projections/incident-index.ts';
import { OpenSet } from './projections/open-set.ts';
import { Pipeline } from './projections/pipeline.ts';

export type CoreDeps = {
  readonly log: EventLog;
  readonly docs: DocStore;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly secret: string;
  /** Where the fold can go on from, instead of beginning at the first event. */
  readonly snapshot?: ProjectionSnapshot | undefined;
};

/** Everything that decides and remembers, without anything that listens. */
export type Core = CoreDeps & {
  readonly openSet: OpenSet;
  readonly pipeline: Pipeline;
  readonly index: IncidentIndex;
  readonly bus: CommandBus;
  readonly people: DirectoryView;
  readonly sessions: Sessions;
};

/** Nothing runs before `pipeline.start()` and `sessions.load()`. */
export const createCore = (deps: CoreDeps): Core => {
  const { log, docs, clock, ids, secret, snapshot } = deps;
  const openSet = new OpenSet(snapshot?.position, snapshot?.streams);
  const pipeline = new Pipeline(log, openSet);
  const index = new IncidentIndex(openSet);
  pipeline.onApplied(index.apply);
  return {
    ...deps,
    openSet,
    pipeline,
    index,
    bus: createCommandBus({ log, openSet, pipeline, clock, ids, secret }),
    people: new DirectoryView(openSet),
    sessions: new Sessions(docs, clock, ids),
  };
};
