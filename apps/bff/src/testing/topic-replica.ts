import type { ListSnapshot, RoomSnapshot } from '@sitrep/shared/protocol/http';
import type { TopicUpdate } from '@sitrep/shared/protocol/socket';
import type { AnyRow } from '@sitrep/shared/protocol/topics';
import { roomAggregate, type Room } from '@sitrep/shared/rooms/room';

/** What one client holds of one topic: applied strictly by `prev`, so that any loss, doubling or swap shows. */
export class TopicReplica {
  position: number | undefined;
  readonly rows = new Map<string, AnyRow>();
  room: Room = roomAggregate.initialState;
  /** Updates applied, in order; for tests that look at how they came. */
  readonly applied: TopicUpdate[] = [];
  gaps = 0;

  constructor(readonly topic: string) {}

  take(snapshot: ListSnapshot | RoomSnapshot): void {
    this.position = snapshot.position;
    if ('rows' in snapshot) {
      this.rows.clear();
      for (const row of snapshot.rows) this.rows.set(row.id, row);
    } else {
      const { incident, parts, entries, total } = snapshot;
      this.room = { ...parts, incident, timeline: { entries, total } };
    }
  }

  /** `gap`: something is missing in between. */
  apply(update: TopicUpdate): 'applied' | 'old' | 'gap' {
    if (this.position === undefined) return 'gap';
    if (update.prev !== this.position) {
      if (update.position <= this.position) return 'old';
      this.gaps += 1;
      return 'gap';
    }
    if ('changed' in update) {
      for (const row of update.changed) this.rows.set(row.id, row);
      for (const id of update.removed) this.rows.delete(id);
    } else {
      for (const event of update.events) this.room = roomAggregate.evolve(this.room, event);
    }
    this.position = update.position;
    this.applied.push(update);
    return 'applied';
  }
}
