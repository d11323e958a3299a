import type { Actor } from '@sitrep/shared/kernel/actor';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { roomVisibility, type Room } from '@sitrep/shared/rooms/room';
import type { SubscribeAnswer } from '@sitrep/shared/protocol/socket';
import { parseTopic, privateRowTopic } from '@sitrep/shared/protocol/topics';
import type { DirectoryView } from '../identity/directory-view.ts';
import type { OpenSet } from '../projections/open-set.ts';
import type { Pipeline } from '../projections/pipeline.ts';
import { Frame, rowsFrame } from './frames.ts';
import type { ListTopic } from './list-topic.ts';
import type { Topics } from './topics.ts';

type Answer =
  | { readonly refused: Extract<SubscribeAnswer, { outcome: 'refused' }> }
  | { readonly frame: Frame; readonly privateRows: readonly IncidentId[] };

export type SubscriptionsDeps = {
  readonly topics: Topics;
  readonly openSet: OpenSet;
  readonly people: DirectoryView;
  readonly pipeline: Pipeline;
};

/** Who may listen to what, and what brings a joiner up to date. */
export class Subscriptions {
  readonly #deps: SubscriptionsDeps;

  constructor(deps: SubscriptionsDeps) {
    this.#deps = deps;
  }

  /**
   * Brings the incident that a topic is about back into memory where it is closed; the answer lets go of it again.
   * Nothing for a topic that can be answered at once.
   */
  hold(topic: string): Promise<() => void> | undefined {
    const parsed = parseTopic(topic);
    if (parsed === undefined || parsed.kind === 'list') return undefined;
    const stream = `incident/${parsed.incidentId}` as const;
    if (this.#deps.openSet.get(stream) !== undefined) return undefined;
    const release = (): void => this.#deps.pipeline.release(stream);
    return this.#deps.pipeline.hold(stream).then(
      () => release,
      (error: unknown) => {
        release();
        throw error;
      },
    );
  }

  /** Synchronous. `after`: the position that the client holds of the topic. */
  answer(userId: UserId, topic: string, after: number | undefined): Answer {
    const actor = this.#deps.people.actor(userId);
    if (actor === undefined) return refused('unauthenticated', 'Sign in again.');
    const parsed = parseTopic(topic);
    switch (parsed?.kind) {
      case undefined:
        return refused('not-found', 'There is no such topic.');
      case 'list': {
        const channel = this.#deps.topics.lists[parsed.list];
        channel.flush();
        const privateRows = parsed.list === 'board' ? this.#deps.topics.privateRowsFor(actor) : [];
        return { frame: listAnswer(topic, channel.list, after, privateRows.map(privateRowTopic)), privateRows };
      }
      case 'private-row': {
        const channel = this.#deps.topics.privateRow(parsed.incidentId);
        if (channel === undefined || !this.mayRead(actor, parsed.incidentId)) {
          return refused('not-found', 'There is no such topic.');
        }
        channel.flush();
        return { frame: listAnswer(topic, channel.list, after, []), privateRows: [parsed.incidentId] };
      }
      case 'room': {
        if (!this.mayRead(actor, parsed.incidentId)) return refused('not-found', 'There is no such incident.');
        const room = this.#deps.topics.room(parsed.incidentId);
        room.flush();
        const update = after === undefined ? undefined : room.since(after);
        return { frame: answerFrame(update === 'up-to-date' ? [] : update && [update.json], []), privateRows: [] };
      }
    }
  }

  /** Of an incident in memory. */
  mayRead(actor: Actor, id: IncidentId): boolean {
    const room = this.#deps.openSet.get(`incident/${id}`)?.state as Room | undefined;
    return room !== undefined && isDeclared(room.incident) && visibleTo(actor, roomVisibility(room));
  }

  privateRowsFor(actor: Actor): readonly IncidentId[] {
    return this.#deps.topics.privateRowsFor(actor);
  }

  actor(userId: UserId): Actor | undefined {
    return this.#deps.people.actor(userId);
  }
}

const refused = (code: 'unauthenticated' | 'not-found', message: string): Answer => ({
  refused: { outcome: 'refused', code, message },
});

const listAnswer = (
  topic: string,
  list: ListTopic<{ readonly id: string }>,
  after: number | undefined,
  also: readonly string[],
): Frame => {
  const changes = after === undefined ? undefined : list.since(after);
  if (changes === undefined || after === undefined) return answerFrame(undefined, also);
  const nothing = changes.changed.length === 0 && changes.removed.length === 0 && after === list.position;
  const update = rowsFrame(topic, after, list.position, changes.changed, changes.removed);
  return answerFrame(nothing ? [] : [update.json], also);
};

// Far below what a socket may hold unsent: whoever is slow would be cut in the middle, and ask for the same again.
const LARGEST_UPDATE = 256 * 1024;

/** Without updates, or where they are large: the snapshot has to be taken, which comes compressed. */
const answerFrame = (updates: readonly string[] | undefined, also: readonly string[]): Frame =>
  new Frame(
    updates === undefined || updates.some(({ length }) => length > LARGEST_UPDATE)
      ? `{"outcome":"take-snapshot","also":${JSON.stringify(also)}}`
      : `{"outcome":"resumed","updates":[${updates.join(',')}],"also":${JSON.stringify(also)}}`,
  );
