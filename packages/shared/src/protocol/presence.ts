import * as z from 'zod/mini';
import type { ErrorCode } from '../kernel/errors.ts';
import { EntryId, IncidentId, type UserId } from '../kernel/ids.ts';

/** What somebody does in a room, the busiest last: of several tabs the busiest counts. */
export const DOINGS = ['idle', 'viewing', 'typing', 'editing'] as const;
export const Doing = z.enum(DOINGS);
export type Doing = z.output<typeof Doing>;

/** Presence is no event: it is kept in memory, ends with the socket, and is told at most once per `PRESENCE_MS`. */
export const PRESENCE_MS = 1_000;
/** Without a further report, typing and editing fall back to viewing. */
export const TYPING_ENDS_MS = 10_000;

export type PresentPerson = {
  readonly id: UserId;
  readonly doing: Doing;
  /** For `editing`: which entry. */
  readonly entryId?: EntryId;
  /** Server time, UTC ms, at which they came. */
  readonly since: number;
};

/** Joins the presence of a room, or says what one does there now. */
export const PresenceReport = z.object({
  incidentId: IncidentId,
  doing: Doing,
  entryId: z.optional(EntryId),
});
export type PresenceReport = z.output<typeof PresenceReport>;

export const PresenceLeave = z.object({ incidentId: IncidentId });
export type PresenceLeave = z.output<typeof PresenceLeave>;

export type PresenceAnswer =
  | { readonly outcome: 'joined'; readonly step: number; readonly people: readonly PresentPerson[] }
  | { readonly outcome: 'refused'; readonly code: ErrorCode; readonly message: string };

/** Applied only where `prev` is the step that is held; otherwise join again. */
export type PresenceChange = {
  readonly incidentId: IncidentId;
  readonly prev: number;
  readonly step: number;
  readonly changed: readonly PresentPerson[];
  readonly gone: readonly UserId[];
};
