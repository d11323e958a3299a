import { changeBy } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import type { EntryId } from '../kernel/ids.ts';
import { appended } from '../kernel/lists.ts';
import type { IncidentEvent } from '../incidents/events.ts';
import { TimelineEvents, type TimelineEvent } from './events.ts';
import { handOnPlaces } from './places.ts';
import { isFact, type Fact, type RecordedEvent } from './recorded.ts';
import { PINNED, type RecordedEntry, type Timeline, type TimelineEntry, type WrittenEntry } from './state.ts';

/** Entries that people write, and one entry for everything else that happened and is news by itself. */
export const evolveTimeline = (timeline: Timeline, event: Recorded<TimelineEvent | RecordedEvent>): Timeline =>
  isWritten(event) ? evolveWritten(timeline, event) : evolveRecorded(timeline, event);

const isWritten = (event: Recorded<TimelineEvent | RecordedEvent>): event is Recorded<TimelineEvent> =>
  Object.hasOwn(TimelineEvents, event.type);

const evolveRecorded = (timeline: Timeline, event: Recorded<RecordedEvent>): Timeline => {
  if (event.type === 'incident.alerts-joined') return alertsJoined(timeline, event);
  if (event.type === 'clock.called-out' && !event.data.news) return calledOutAgain(timeline);
  // The note that it was written in tells of it.
  if (event.type === 'follow-up.kept' && event.data.entryId !== undefined) return timeline;
  // News only when it was the last one.
  if (event.type === 'incident.alerts-resolved' && event.data.remaining > 0) return timeline;
  return isFact(event) ? withEntry(timeline, recorded(event, 0)) : timeline;
};

const evolveWritten = (timeline: Timeline, event: Recorded<TimelineEvent>): Timeline => {
  switch (event.type) {
    case 'timeline.entry-added': {
      const { entryId, kind, text, happenedAt, confidence, attachments, saidBy, importId } = event.data;
      return withEntry(timeline, {
        origin: 'written',
        id: entryId,
        version: event.version,
        kind,
        text,
        happenedAt: happenedAt ?? event.at,
        recordedAt: event.at,
        by: event.actor,
        pinned: false,
        revision: 1,
        history: [],
        ...(confidence === undefined ? {} : { confidence }),
        ...(attachments === undefined ? {} : { attachments }),
        ...(saidBy === undefined ? {} : { saidBy }),
        ...(importId === undefined ? {} : { importId }),
      });
    }
    case 'timeline.entry-edited':
      return changed(timeline, event.data.entryId, (entry) =>
        entry.origin === 'written' ? edited(entry, event) : entry,
      );
    case 'timeline.entry-retracted': {
      const { entryId, reason } = event.data;
      const retracted = { at: event.at, by: event.actor, ...(reason === undefined ? {} : { reason }) };
      return changed(timeline, entryId, (entry) => (entry.origin === 'written' ? { ...entry, retracted } : entry));
    }
    case 'timeline.entry-restored':
      return changed(timeline, event.data.entryId, standing);
    case 'timeline.entry-pinned':
    case 'timeline.entry-unpinned':
      return changed(timeline, event.data.entryId, (entry) => ({
        ...entry,
        pinned: event.type === 'timeline.entry-pinned',
        pinChange: changeBy(
          event,
          entry.pinChange,
          event.type === 'timeline.entry-pinned' ? { to: PINNED } : { from: PINNED },
        ),
      }));
  }
};

type JoinedEvent = Recorded<Extract<IncidentEvent, { type: 'incident.alerts-joined' }>>;

/** The first alert of a group is an entry; the rest of the group is that entry's counter. */
const alertsJoined = (timeline: Timeline, event: JoinedEvent): Timeline => {
  const { group, alerts, again, news } = event.data;
  if (news) return withEntry(timeline, recorded(event, Math.max(0, alerts.length + again.length - 1)));
  if (alerts.length === 0) return timeline;
  const newest = timeline.entries.findLast(
    (entry) =>
      entry.origin === 'recorded' && entry.fact.type === 'incident.alerts-joined' && entry.fact.data.group === group,
  );
  return newest === undefined ? timeline : changed(timeline, newest.id, (entry) => counted(entry, alerts.length));
};

/** The same timers as the last time: that entry counts them. */
const calledOutAgain = (timeline: Timeline): Timeline => {
  const last = timeline.entries.findLast(
    (entry) => entry.origin === 'recorded' && entry.fact.type === 'clock.called-out',
  );
  return last === undefined ? timeline : changed(timeline, last.id, (entry) => counted(entry, 1));
};

const counted = (entry: TimelineEntry, more: number): TimelineEntry =>
  entry.origin === 'recorded' ? { ...entry, more: entry.more + more } : entry;

const recorded = (event: Recorded<Fact>, more: number): RecordedEntry => ({
  origin: 'recorded',
  id: event.id as EntryId,
  version: event.version,
  happenedAt: event.at,
  recordedAt: event.at,
  by: event.actor,
  pinned: false,
  fact: { type: event.type, data: event.data } as Fact,
  more,
});

const edited = (
  entry: WrittenEntry,
  event: Recorded<Extract<TimelineEvent, { type: 'timeline.entry-edited' }>>,
): WrittenEntry => {
  const { kind, text, happenedAt, confidence, revision } = event.data;
  return {
    ...withoutConfidence(entry),
    kind,
    text,
    happenedAt: happenedAt ?? entry.happenedAt,
    revision,
    editedAt: event.at,
    history: [
      ...entry.history,
      {
        kind: entry.kind,
        text: entry.text,
        happenedAt: entry.happenedAt,
        ...(entry.confidence === undefined ? {} : { confidence: entry.confidence }),
        at: entry.editedAt ?? entry.recordedAt,
        by: entry.editedBy ?? entry.by,
      },
    ],
    editedBy: event.actor,
    ...(confidence === undefined ? {} : { confidence }),
  };
};

const standing = (entry: TimelineEntry): TimelineEntry => {
  if (entry.origin !== 'written') return entry;
  const { retracted: _taken, ...rest } = entry;
  return rest;
};

const withoutConfidence = (entry: WrittenEntry): WrittenEntry => {
  if (entry.confidence === undefined) return entry;
  const { confidence: _former, ...rest } = entry;
  return rest;
};

const withEntry = (timeline: Timeline, entry: TimelineEntry): Timeline => ({
  entries: handOnPlaces(timeline.entries, appended(timeline.entries, entry)),
  total: timeline.total + 1,
});

/** An entry outside the window stays outside: whoever loads it gets it as it is then. */
const changed = (timeline: Timeline, id: EntryId, change: (entry: TimelineEntry) => TimelineEntry): Timeline => {
  const index = timeline.entries.findLastIndex((entry) => entry.id === id);
  const entry = timeline.entries[index];
  if (entry === undefined) return timeline;
  return { ...timeline, entries: handOnPlaces(timeline.entries, timeline.entries.with(index, change(entry))) };
};
