import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import type { Settings } from '@sitrep/shared/settings/values';

/** A command that is to be given at some moment, unless what happens until then makes it needless. */
export type Due = {
  /** UTC ms. May have passed: the server was down, or the clock jumped. */
  readonly at: number;
  readonly type: CommandType;
  readonly input: object;
  /** Tell this moment of this incident from every other: the idempotency key is made of them. */
  readonly parts: readonly (string | number)[];
};

/** What in a room is due when, out of its state alone: after a restart the same comes out again. */
export interface DueSource {
  dues(room: Room, settings: Settings): readonly Due[];
}
