import { describe, expect, it } from 'vitest';
import { evolveTimeline } from './evolve.ts';
import { emptyTimeline, type Timeline } from './state.ts';
import type { IncidentEvent, IncidentEventType } from '../incidents/events.ts';
import type { Recorded } from '../kernel/event.ts';
import { REN, testId } from '../testing/cast.ts';
import { recordedIn, type Past } from '../testing/history.ts';
import { ALERT_1, ALERT_2, ALERT_3, DECLARED, allResolved, held, joined, moved } from '../testing/incident-past.ts';

type AlertEventType = 'incident.alerts-joined' | 'incident.alerts-resolved';

/** One of each: a new kind of incident event has to say here how it reads in the timeline. */
const news: {
  readonly [T in Exclude<IncidentEventType, AlertEventType>]: Extract<IncidentEvent, { type: T }>['data'];
} = {
  'incident.declared': DECLARED.data as never,
  'incident.title-changed': { from: 'a', to: 'b' },
  'incident.summary-changed': { from: 'a', to: 'b' },
  'incident.severity-changed': { from: 2, to: 1 },
  'incident.status-changed': { from: 'detected', to: 'investigating' },
  'incident.reopened': { from: 'closed', reason: 'back' },
  'incident.closed': { from: 'resolved', closure: { kind: 'completed', reason: 'done' } },
  'incident.milestone-set': { milestone: 'started', to: 1 },
  'incident.service-added': { service: 'api' },
  'incident.service-removed': { service: 'api' },
  'incident.role-changed': { role: 'scribe', to: REN.id, move: 'taken' },
  'incident.access-granted': { userId: REN.id },
  'incident.access-revoked': { userId: REN.id },
};

const foldAll = (past: readonly Past[], from: Timeline = emptyTimeline, skip = 0): Timeline =>
  (recordedIn('incident/x', past) as readonly Recorded<IncidentEvent>[]).slice(skip).reduce(evolveTimeline, from);

const told = ({ entries }: Timeline) =>
  entries.map((entry) => (entry.origin === 'recorded' ? `${entry.fact.type} +${entry.more}` : entry.text));

describe('what Sitrep records', () => {
  it.each(Object.entries(news))('[TL-30] %s is one entry, with the event that happened', (type, data) => {
    const timeline = foldAll([{ type, data, by: REN.actor.ref } as Past]);
    expect(timeline).toMatchObject({
      total: 1,
      entries: [{ origin: 'recorded', id: testId(0xe000), version: 1, by: REN.actor.ref, fact: { type, data } }],
    });
  });

  it('[TL-31] counts the others of a group in the entry of the first', () => {
    const timeline = foldAll([
      joined('g', [ALERT_1]),
      joined('h', [testId(0x99)]),
      joined('g', [ALERT_2, ALERT_3], false),
    ]);
    expect(told(timeline)).toEqual(['incident.alerts-joined +2', 'incident.alerts-joined +0']);
    expect(timeline.total).toBe(2);
  });

  it('[TL-31] counts a group that joins at once', () => {
    expect(told(foldAll([joined('g', [ALERT_1, ALERT_2, ALERT_3])]))).toEqual(['incident.alerts-joined +2']);
  });

  it('[TL-32] tells that alerts resolved when none remains', () => {
    const timeline = foldAll([
      joined('g', [ALERT_1, ALERT_2]),
      { type: 'incident.alerts-resolved', data: { alertIds: [ALERT_1], remaining: 1 } },
      allResolved(ALERT_2),
    ]);
    expect(told(timeline)).toEqual(['incident.alerts-joined +1', 'incident.alerts-resolved +0']);
  });

  it('[TL-33] tells that an alert fires again after all had resolved', () => {
    const again = (id: typeof ALERT_1, first: boolean): Past => ({
      type: 'incident.alerts-joined',
      data: { group: 'g', alerts: [], again: [id], news: first },
    });
    const timeline = foldAll([
      joined('g', [ALERT_1, ALERT_2]),
      allResolved(ALERT_1, ALERT_2),
      again(ALERT_1, true),
      again(ALERT_2, false),
      joined('g', [ALERT_3], false),
    ]);
    expect(told(timeline)).toEqual([
      'incident.alerts-joined +1',
      'incident.alerts-resolved +0',
      'incident.alerts-joined +1',
    ]);
  });

  it('[TL-34] folds on in a window as in the whole', () => {
    const past: readonly Past[] = [
      DECLARED,
      joined('g', [ALERT_1]),
      held('scribe', REN),
      moved('detected', 'investigating'),
      joined('g', [ALERT_2], false),
      { type: 'timeline.entry-pinned', data: { entryId: testId(0xe000) } },
      moved('investigating', 'identified'),
    ];
    const whole = foldAll(past);
    const before = foldAll(past.slice(0, 4));
    const windowed = foldAll(past, { ...before, entries: before.entries.slice(-2) }, 4);
    expect(windowed).toEqual({ total: whole.total, entries: whole.entries.slice(-3) });
  });
});
