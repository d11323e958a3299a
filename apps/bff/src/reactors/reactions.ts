import type { Room } from '@sitrep/shared/rooms/room';
import type { Core } from '../core.ts';
import type { Logger } from '../ports/logger.ts';
import { settingsNow } from '../projections/open-rooms.ts';
import { loadStream } from '../projections/pipeline.ts';
import { checklists } from './checklists.ts';
import { Reactor, type Reaction } from './reactor.ts';
import { mirrorRelations } from './relations.ts';

/** What follows from what happens in rooms; each has a checkpoint of its own. */
const roomReactions = (core: Core, logger: Logger): readonly Reaction[] => {
  const { bus, log, openSet, pipeline } = core;
  return [
    mirrorRelations({
      bus,
      log,
      logger,
      roomOf: async (id) => {
        await pipeline.appliedUpTo(log.head());
        const stream = `incident/${id}` as const;
        return (openSet.get(stream) ?? (await loadStream(log, stream))).state as Room;
      },
    }),
    checklists({
      bus,
      logger,
      openRoom: (stream) => openSet.get(stream)?.state as Room | undefined,
      settings: () => settingsNow(openSet).values,
    }),
  ];
};

/** Starts and stops what follows from what happens in rooms. */
export class Reactions {
  readonly #core: Core;
  readonly #logger: Logger;
  #reactors: readonly Reactor[] = [];

  constructor(core: Core, logger: Logger) {
    this.#core = core;
    this.#logger = logger;
  }

  async start(): Promise<void> {
    const { log, docs, clock, pipeline } = this.#core;
    const appliedUpTo = (position: number) => pipeline.appliedUpTo(position);
    const deps = { log, docs, clock, logger: this.#logger, appliedUpTo };
    const reactions = roomReactions(this.#core, this.#logger);
    this.#reactors = await Promise.all(reactions.map((reaction) => Reactor.start(deps, reaction)));
  }

  /** Resolves once what follows from everything in the log by now has been done, and shows. */
  async handled(): Promise<void> {
    const { log, pipeline } = this.#core;
    for (let head = -1; head !== log.head();) {
      head = log.head();
      await Promise.all(this.#reactors.map((reactor) => reactor.handledUpTo(head)));
    }
    await pipeline.appliedUpTo(log.head());
  }

  async stop(): Promise<void> {
    await Promise.all(this.#reactors.map((reactor) => reactor.stop()));
  }
}
