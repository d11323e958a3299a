import { changeBy } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import { appended } from '../kernel/lists.ts';
import type { MitigationEvent } from './events.ts';
import type { Mitigation, MitigationMove, Mitigations, MitigationStatus, Objection } from './state.ts';

type Entering = 'mitigation.proposed' | 'mitigation.recorded-uncoordinated';
type Later = Recorded<Exclude<MitigationEvent, { type: Entering }>>;

/** The ledger of production changes. */
export const evolveMitigations = (state: Mitigations, event: Recorded<MitigationEvent>): Mitigations => {
  if (event.type === 'mitigation.proposed' || event.type === 'mitigation.recorded-uncoordinated') {
    if (state.items.some(({ id }) => id === event.data.mitigationId)) return state;
    return { items: appended(state.items, entered(event)), progressAt: event.at };
  }
  const index = state.items.findIndex(({ id }) => id === event.data.mitigationId);
  const before = state.items[index];
  if (before === undefined) return state;
  const after = moved(before, event);
  const progressAt = after.status === before.status ? state.progressAt : event.at;
  return { items: state.items.with(index, after), ...(progressAt === undefined ? {} : { progressAt }) };
};

const entered = (event: Recorded<Extract<MitigationEvent, { type: Entering }>>): Mitigation => {
  const { mitigationId, number, plan } = event.data;
  const common = {
    id: mitigationId,
    number,
    plan,
    revision: 1,
    statusBy: event.actor,
    change: changeBy(event, undefined, {}),
    proposedBy: event.actor,
    proposedAt: event.at,
    objections: [],
  };
  if (event.type === 'mitigation.proposed') return { ...common, status: 'proposed', statusSince: event.at };
  const { reason, doneAt, doneBy } = event.data;
  return {
    ...common,
    status: 'executed',
    statusSince: doneAt,
    executed: { by: event.actor, at: doneAt },
    ...(doneBy === undefined ? {} : { started: { by: event.actor, at: doneAt, executor: doneBy } }),
    uncoordinated: { reason, recordedAt: event.at, recordedBy: event.actor },
  };
};

const moved = (before: Mitigation, event: Later): Mitigation => {
  const seen = { ...before, change: changeBy(event, before.change, { from: standsFor(before, event) }) };
  const to = (status: MitigationStatus): Mitigation => ({
    ...seen,
    status,
    statusSince: event.at,
    statusBy: event.actor,
  });
  switch (event.type) {
    case 'mitigation.amended':
      return { ...seen, plan: event.data.plan, revision: event.data.revision };
    case 'mitigation.objected':
      return { ...seen, objections: appended(seen.objections, objection(event)) };
    case 'mitigation.objection-withdrawn':
      return {
        ...seen,
        objections: seen.objections.map((one) =>
          one.id === event.data.objectionId ? { ...one, withdrawnAt: event.at } : one,
        ),
      };
    case 'mitigation.approved': {
      const { note, despite, collisions } = event.data;
      return { ...to('approved'), approved: { ...move(event, note), despite, collisions } };
    }
    case 'mitigation.rejected':
      return { ...to('rejected'), rejected: move(event, event.data.reason) };
    case 'mitigation.withdrawn':
      return { ...to('withdrawn'), withdrawn: move(event, event.data.reason) };
    case 'mitigation.started':
      return { ...to('executing'), started: { ...move(event), executor: event.data.executor } };
    case 'mitigation.executed':
      return { ...to('executed'), executed: move(event, event.data.seen) };
    case 'mitigation.verified': {
      const { outcome, seen: what } = event.data;
      return { ...to(outcome), verified: { ...move(event, what), outcome } };
    }
    case 'mitigation.halted':
      return { ...to('halted'), halted: { ...move(event, event.data.reason), from: before.status } };
  }
};

/** What a step back from this event leads to: an objection is known by its id, so that nothing else takes it back. */
const standsFor = (before: Mitigation, event: Later): string =>
  event.type === 'mitigation.objected' ? event.data.objectionId : before.status;

const move = ({ actor, at }: Later, said?: string): MitigationMove => ({
  by: actor,
  at,
  ...(said === undefined ? {} : { said }),
});

const objection = ({
  actor,
  at,
  data,
}: Recorded<Extract<MitigationEvent, { type: 'mitigation.objected' }>>): Objection => ({
  id: data.objectionId,
  by: actor,
  at,
  reason: data.reason,
});
