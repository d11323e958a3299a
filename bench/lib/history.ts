import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { incidentKey } from '@sitrep/shared/incidents/values';
import type { DomainEvent, StreamId } from '@sitrep/shared/kernel/event';
import { counterStream } from '@sitrep/shared/kernel/counter';
import type { AlertId, EntryId, IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { TimelineEvent } from '@sitrep/shared/timeline/events';
import type { AppendContext, StreamAppend } from '../../apps/bff/src/ports/event-log.ts';

export type Step = { readonly streams: readonly StreamAppend[]; readonly context: AppendContext };

/** Incidents that people work on at the same time; as many stay open at the end. */
const OPEN = 200;
const STARTED_AT = Date.UTC(2_024, 0, 1);
const YEAR = 2_024;
const MS_BETWEEN = 60_000;
const COUNTER = counterStream(`incident-${YEAR}`);

/**
 * What a company leaves behind: incidents that are declared, worked on in notes, roles and statuses, and closed. The
 * same for every run.
 */
export function* history(events: number, incidents: number): Generator<Step> {
  const each = Math.round(events / incidents);
  const random = randomNumbers();
  let declared = 0;
  let made = 0;
  const append = appender();
  const open: Generator<RoomEvent, void>[] = [];
  const streams: StreamId[] = [];
  const begin = (slot: number): Step => {
    declared += 1;
    const id = uuid('a', declared) as IncidentId;
    const story = incidentStory(declared, each, declared <= incidents - OPEN, random);
    open[slot] = story;
    streams[slot] = `incident/${id}`;
    const first = story.next().value as IncidentEvent;
    return append([
      [streams[slot] ?? `incident/${id}`, first],
      [COUNTER, { type: 'counter.advanced', data: { value: declared } }],
    ]);
  };
  for (let slot = 0; slot < OPEN; slot += 1) {
    made += 2;
    yield begin(slot);
  }
  while (made < events) {
    const slot = random(OPEN);
    const next = open[slot]?.next();
    if (next?.value !== undefined) {
      made += 1;
      yield append([[streams[slot] ?? COUNTER, next.value]]);
    } else if (declared < incidents) {
      made += 2;
      yield begin(slot);
    } else {
      // All are declared: the last ones stay open, and people go on writing.
      made += 1;
      yield append([[COUNTER, { type: 'counter.advanced', data: { value: declared } }]]);
    }
  }
}

type RoomEvent = IncidentEvent | TimelineEvent;

const STATUSES = ['detected', 'investigating', 'identified', 'mitigating', 'resolved'] as const;
const ROLES = ['commander', 'technical-lead', 'scribe'] as const;

/** Everything that happens in one incident: mostly notes, now and then a move. */
function* incidentStory(
  number: number,
  length: number,
  closes: boolean,
  random: (below: number) => number,
): Generator<RoomEvent, void> {
  yield {
    type: 'incident.declared',
    data: {
      key: incidentKey(YEAR, number),
      title: `${SERVICES[number % SERVICES.length]} answers slowly for customers in region ${random(12)}`,
      summary: '',
      severity: 2,
      services: [SERVICES[number % SERVICES.length] ?? ''],
      detection: 'monitoring',
      private: false,
    },
  };
  yield joined(number);
  for (const role of ROLES) yield { type: 'incident.role-changed', data: { role, to: person(random), move: 'taken' } };
  // Declared, its counter, closed, alerts twice and roles are not of these.
  const middle = length - 5 - ROLES.length;
  const moveEvery = Math.floor(middle / STATUSES.length);
  let status = 0;
  for (let step = 1; step <= middle; step += 1) {
    const from = STATUSES[status];
    const to = STATUSES[status + 1];
    if (step % moveEvery === 0 && from !== undefined && to !== undefined) {
      status += 1;
      yield { type: 'incident.status-changed', data: { from, to } };
    } else if (step % 40 === 0) {
      yield { type: 'incident.severity-changed', data: { from: 2, to: 1, reason: 'More regions are affected.' } };
    } else if (step % 23 === 0) {
      yield { type: 'timeline.entry-pinned', data: { entryId: entry(number, step - 1) } };
    } else if (step % 19 === 0) {
      const data = { entryId: entry(number, step - 1), revision: 2, kind: 'note', text: note(random) } as const;
      yield { type: 'timeline.entry-edited', data };
    } else {
      const kind = step % 7 === 0 ? 'finding' : 'note';
      yield { type: 'timeline.entry-added', data: { entryId: entry(number, step), kind, text: note(random) } };
    }
  }
  if (!closes) return;
  yield { type: 'incident.alerts-resolved', data: { alertIds: [uuid('c', number) as AlertId], remaining: 0 } };
  yield {
    type: 'incident.closed',
    data: { from: STATUSES[status] ?? 'resolved', closure: { kind: 'completed', reason: 'Rolled back and watched.' } },
  };
}

const joined = (number: number): RoomEvent => ({
  type: 'incident.alerts-joined',
  data: {
    group: `group-${number}`,
    alerts: [{ alertId: uuid('c', number) as AlertId, title: 'HighErrorRate' }],
    again: [],
    news: true,
  },
});

const SERVICES = ['checkout-api', 'payments', 'search', 'login', 'mail', 'image-store', 'billing', 'edge-proxy'];
const SENTENCES = [
  'Error budget burn is above 14x for five minutes on the edge.',
  'The last deployment went out at the same minute, rolling it back.',
  'Connections to the primary are used up; the pool is being raised.',
  'Customers in the shop see timeouts when they pay.',
  'Latency is back to where it was, keeping an eye on it.',
];
const note = (random: (below: number) => number): string =>
  `${SENTENCES[random(SENTENCES.length)]} Graph ${random(1_000_000)} shows it.`;

const person = (random: (below: number) => number): UserId => uuid('d', random(200)) as UserId;
const entry = (incident: number, step: number): EntryId => uuid('b', incident * 10_000 + step) as EntryId;

/** A well-formed UUIDv7 for each kind and number. */
const uuid = (kind: 'a' | 'b' | 'c' | 'd' | 'e', number: number): string =>
  `018cc251-f400-7000-8${kind}00-${number.toString(16).padStart(12, '0')}`;

/** Knows versions and times, so that a story is only what happens. */
const appender = () => {
  const versions = new Map<StreamId, number>();
  let count = 0;
  return (events: readonly (readonly [StreamId, DomainEvent])[]): Step => {
    count += 1;
    const streams = events.map(([stream, event], index) => {
      const expectedVersion = versions.get(stream) ?? 0;
      versions.set(stream, expectedVersion + 1);
      return { stream, expectedVersion, events: [{ ...event, id: uuid('e', count * 2 + index), schema: 1 }] };
    });
    const at = STARTED_AT + count * MS_BETWEEN;
    return { streams, context: { actor: `user/${uuid('d', count % 200)}`, commandId: `command-${count}`, at } };
  };
};

/** Xorshift: the same numbers in every run. */
const randomNumbers = (): ((below: number) => number) => {
  let state = 0x2545f491;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};
