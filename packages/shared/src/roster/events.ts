import * as z from 'zod/mini';
import { IncidentRole } from '../incidents/values.ts';
import type { EventOf } from '../kernel/event-schemas.ts';
import { NeedId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';

/** `handover`: by who holds it. `offer`: by who may give it. `commander-away`: by Sitrep, to the deputy. */
export const OFFER_KINDS = ['handover', 'offer', 'commander-away'] as const;
export const OfferKind = z.enum(OFFER_KINDS);
export type OfferKind = z.output<typeof OfferKind>;

/** Each says by itself what it is about: entries are read one by one. */
const aboutNeed = { needId: NeedId, number: z.int(), text: z.string() };

export const RosterEvents = {
  /** The role moves with `incident.role-changed`, once it is accepted. A later offer of the same role replaces it. */
  'role.offered': z.object({ role: IncidentRole, from: z.optional(UserId), to: UserId, kind: OfferKind }),
  'role.offer-declined': z.object({ role: IncidentRole, to: UserId, reason: z.optional(z.string()) }),
  'role.offer-withdrawn': z.object({ role: IncidentRole, to: UserId, undoOf }),
  /** Both: since when the commander was not connected. */
  'commander.went-away': z.object({ userId: UserId, since: Timestamp }),
  'commander.came-back': z.object({ userId: UserId, since: Timestamp }),
  'responder.joined': z.object({ userId: UserId, undoOf }),
  /** By themselves, or released by somebody else. */
  'responder.left': z.object({ userId: UserId, undoOf }),
  'need.raised': z.object(aboutNeed),
  'need.claimed': z.object({ ...aboutNeed, userId: UserId }),
  'need.unclaimed': z.object({ ...aboutNeed, undoOf }),
  'need.met': z.object(aboutNeed),
  'need.withdrawn': z.object({ ...aboutNeed, reason: z.optional(z.string()), undoOf }),
} as const;

export type RosterEvent = EventOf<typeof RosterEvents>;
