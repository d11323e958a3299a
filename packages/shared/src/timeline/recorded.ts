import type { ChecklistEvent } from '../checklists/events.ts';
import type { ClockEvent } from '../clocks/events.ts';
import type { HypothesisEvent } from '../hypotheses/events.ts';
import type { IncidentEvent } from '../incidents/events.ts';
import type { MitigationEvent } from '../mitigations/events.ts';
import type { RelationEvent } from '../relations/events.ts';
import type { RosterEvent } from '../roster/events.ts';
import type { SituationEvent } from '../situation/events.ts';
import type { TaskEvent } from '../tasks/events.ts';
import type { UpdateEvent } from '../updates/events.ts';

/** What happens in a room besides writing: the timeline tells it by itself. */
export type RecordedEvent =
  | IncidentEvent
  | RosterEvent
  | SituationEvent
  | HypothesisEvent
  | MitigationEvent
  | TaskEvent
  | ChecklistEvent
  | UpdateEvent
  | ClockEvent
  | RelationEvent;

/** No news to anybody but those who are at it. */
const SILENT = [
  'checklist.started',
  'update.drafted',
  'update.revised',
  'update.discarded',
  'update.publishing',
] as const satisfies readonly RecordedEvent['type'][];
type SilentType = (typeof SILENT)[number];

/** What becomes an entry of the timeline. */
export type Fact = Exclude<RecordedEvent, { type: SilentType }>;

const silent = new Set<string>(SILENT);
export const isFact = (event: RecordedEvent): event is Fact => !silent.has(event.type);
