import type { ActorRef } from '../kernel/event.ts';
import type { UpdateId } from '../kernel/ids.ts';
import type { Audience } from '../settings/values.ts';
import type { UpdateContent } from './events.ts';

/** Before it goes out. */
export type DraftStatus = 'draft' | 'in-review' | 'approved';

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
  | { readonly status: DraftStatus }
  /** `before`: where it is again once it is held. */
  | {
      readonly status: 'publishing';
      readonly leavesAt: number;
      readonly by: ActorRef;
      readonly before: DraftStatus;
    }
  | { readonly status: 'published'; readonly publishedAt: number; readonly by: ActorRef }
  | { readonly status: 'discarded'; readonly discardedAt: number }
);

export type Publishing = Extract<StatusUpdate, { status: 'publishing' }>;
export type Published = Extract<StatusUpdate, { status: 'published' }>;

/** In the order drafted. */
export type Updates = { readonly items: readonly StatusUpdate[] };

export const noUpdates: Updates = { items: [] };

export const updateOf = ({ items }: Updates, id: UpdateId): StatusUpdate | undefined =>
  items.find((item) => item.id === id);

export const isPublishing = (update: StatusUpdate): update is Publishing => update.status === 'publishing';
export const isPublished = (update: StatusUpdate): update is Published => update.status === 'published';

/** Somebody still works at it. */
export const isOpen = ({ status }: StatusUpdate): boolean =>
  status === 'draft' || status === 'in-review' || status === 'approved';

/** Who was told what, when: both audiences in one list, the newest first. */
export const told = ({ items }: Updates): readonly Published[] =>
  items.filter(isPublished).toSorted((a, b) => b.publishedAt - a.publishedAt || b.number - a.number);

/** The last word that this audience has. */
export const lastTold = (updates: Updates, audience: Audience): Published | undefined =>
  told(updates).find((update) => update.audience === audience);
