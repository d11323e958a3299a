import { mustBeOpen } from '../kernel/incident-standing.ts';
import { isSitrep, type Actor } from '../kernel/actor.ts';
import { stepBack } from '../kernel/changes.ts';
import type { Decide, DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { EntryId, TaskId, UserId } from '../kernel/ids.ts';
import { invalid } from '../kernel/refusals.ts';
import type { Undoing } from '../kernel/undo.ts';
import type { IncidentKey, IncidentRole, IncidentStatus } from '../incidents/values.ts';
import type { TaskEvent } from './events.ts';
import { isOpenTask, type FollowUp, type OpenTask, type Task, type Tasks } from './state.ts';

type Incident = {
  readonly status: IncidentStatus;
  readonly key: IncidentKey;
  readonly roles: Readonly<Partial<Record<IncidentRole, UserId>>>;
  readonly private: boolean;
  readonly members: readonly UserId[];
};

/** What a decision about tasks looks at in a room. */
export type TaskRoom = {
  readonly incident: { readonly status: 'undeclared' } | Incident;
  readonly tasks: Tasks;
  readonly timeline: { readonly entries: readonly { readonly id: EntryId }[] };
};

export type Deciding<Command> = Decide<Command, TaskRoom, TaskEvent>;
export type OnTask<Extra = unknown> = Deciding<{ taskId: TaskId } & Undoing & Extra>;

/** Already so. */
export const NOTHING: readonly TaskEvent[] = [];

export type Writable = { readonly incident: Incident; readonly tasks: Tasks };

/** @throws Refusal `not-found` | `conflict` */
export const writable = ({ incident, tasks }: TaskRoom): Writable => ({
  incident: mustBeOpen(incident, 'change its tasks'),
  tasks,
});

export const existingTask = ({ items }: Tasks, id: TaskId): Task => {
  const task = items.find((item) => item.id === id);
  if (task === undefined) throw new Refusal('not-found', 'There is no such task.');
  return task;
};

const ENDED = { done: 'done', failed: 'given up', cancelled: 'cancelled' } as const;

/** @throws Refusal `conflict` with how it ended */
export const openTask = (tasks: Tasks, id: TaskId): OpenTask => {
  const task = existingTask(tasks, id);
  if (isOpenTask(task)) return task;
  const { number, status, endedAt, endedBy } = task;
  throw new Refusal('conflict', `T${number} is ${ENDED[status]} already. Reopen it to go on.`, {
    current: { status, by: endedBy, at: endedAt },
  });
};

/** @throws Refusal where a command takes back what somebody changed since */
export const notSince = (thing: Pick<Task | FollowUp, 'id' | 'change'>, { undoOf }: Undoing, actor: Actor): void =>
  void stepBack(thing.change, { id: thing.id }, { undoOf, actor, to: undefined });

type Part = 'assignee' | 'assigner';
const PART_WORDS = { assignee: 'its owner', assigner: 'who assigned it' } as const;

/**
 * The commander, the deputy, and these parts of the task; and who was allowed to do it may take it back.
 * @throws Refusal `forbidden`
 */
export const mayAct = (
  { actor }: DecisionContext,
  { roles }: Incident,
  task: Task,
  parts: readonly Part[],
  { undoOf }: Undoing,
): void => {
  if (isSitrep(actor) || undoOf !== undefined) return;
  const userId = actor.kind === 'user' ? actor.userId : undefined;
  const leads = userId !== undefined && (roles.commander === userId || roles.deputy === userId);
  if (leads || (parts.includes('assignee') && task.assignee === userId)) return;
  if (parts.includes('assigner') && task.assignedBy === actor.ref) return;
  const who = parts.map((part) => PART_WORDS[part]).join(', ');
  throw new Refusal('forbidden', `T${task.number} is for ${who}, the commander or the deputy.`);
};

type TimeBox = { readonly forMs?: number | undefined; readonly dueAt?: number | undefined };

/** @throws Refusal `invalid` for two ends of one time-box, and for one that is over */
export const dueAtOf = ({ forMs, dueAt }: TimeBox, now: number): number | undefined => {
  if (forMs !== undefined && dueAt !== undefined) {
    throw invalid('dueAt', 'Say either how long it may take or when it is due.');
  }
  if (dueAt !== undefined && dueAt <= now) throw invalid('dueAt', 'This time has passed already.');
  return forMs === undefined ? dueAt : now + forMs;
};
