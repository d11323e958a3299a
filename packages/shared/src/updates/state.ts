import type { ActorRef } from '../kernel/event.ts';
import type { UpdateId } from '../kernel/ids.ts';
import type { Audience } from '../settings/values.ts';
import type { UpdateContent } from './events.ts';

export type StatusUpdate = {
  readonly id: UpdateId;
  readonly number: number;
  readonly audience: Audience;
  readonly content: UpdateContent;
  /** 1 as it was drafted. */
  readonly revision: number;
  readonly draftedBy: ActorRef;
  readonly draftedAt: number;
  readonly revisedBy: ActorRef;
  readonly revisedAt: number;
  readonly approved?: { readonly by: ActorRef; readonly at: number };
  readonly changesRequested?: { readonly by: ActorRef; readonly at: number; readonly reason: string };
  readonly withoutApproval?: string;
} & (
  | { readonly status: 'draft' | 'in-review' | 'approved' }
  | { readonly status: 'publishing'; readonly leavesAt: number; readonly by: ActorRef }
  | { readonly status: 'published'; readonly publishedAt: number; readonly by: ActorRef }
  | { readonly status: 'discarded'; readonly discardedAt: number }
);

export type Published = Extract<StatusUpdate, { status: 'published' }>;

/** In the order drafted. */
export type Updates = { readonly items: readonly StatusUpdate[] };

export const noUpdates: Updates = { items: [] };
