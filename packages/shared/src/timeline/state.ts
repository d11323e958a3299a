import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { EntryId, ImportId } from '../kernel/ids.ts';
import type { Attachment } from './attachment.ts';
import type { SaidBy } from './events.ts';
import { findById } from './places.ts';
import type { Fact } from './recorded.ts';
import type { Confidence, WrittenKind } from './values.ts';

export type WrittenText = {
  readonly kind: WrittenKind;
  readonly text: string;
  readonly happenedAt: number;
  readonly confidence?: Confidence;
};

/** A former text of an entry, with who wrote it and when. */
export type Revision = WrittenText & { readonly at: number; readonly by: ActorRef };

type Common = {
  readonly id: EntryId;
  /** Version of the event in the incident's stream: the order in which things were recorded. */
  readonly version: number;
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly by: ActorRef;
  readonly pinned: boolean;
  /** The newest pinning or unpinning; nothing for what never was pinned. */
  readonly pinChange?: Change;
};

/** As a change of an entry calls it; nothing where it is not. */
export const PINNED = 'pinned';

export type WrittenEntry = Common &
  WrittenText & {
    readonly origin: 'written';
    readonly attachments?: readonly Attachment[];
    /** Where the writer wrote down what somebody else said. */
    readonly saidBy?: SaidBy;
    /** Set for entries made out of one pasted text. */
    readonly importId?: ImportId;
    readonly revision: number;
    /** Oldest first; empty for what was never edited. */
    readonly history: readonly Revision[];
    readonly editedAt?: number;
    readonly editedBy?: ActorRef;
    readonly retracted?: { readonly at: number; readonly by: ActorRef; readonly reason?: string };
  };

/** What Sitrep writes by itself: the event that happened. */
export type RecordedEntry = Common & {
  readonly origin: 'recorded';
  readonly fact: Fact;
  /** For alerts: how many more of the group this entry stands for. */
  readonly more: number;
};

export type TimelineEntry = WrittenEntry | RecordedEntry;

export type Timeline = {
  /** In the order recorded. */
  readonly entries: readonly TimelineEntry[];
  /** Entries there are in all; more than `entries` holds where a window was taken. */
  readonly total: number;
};

export const emptyTimeline: Timeline = { entries: [], total: 0 };

export const entryOf = (timeline: Timeline, id: string): TimelineEntry | undefined => findById(timeline.entries, id);

/** What one pasted text became. */
export const importedIn = (timeline: Timeline, id: ImportId): readonly WrittenEntry[] =>
  timeline.entries.filter((entry): entry is WrittenEntry => entry.origin === 'written' && entry.importId === id);
