import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { attentionValue } from './attention.ts';
import { declared, NOTHING, open, type Deciding } from './deciding.ts';
import type { Situation } from './state.ts';

export const changeObjectives: Deciding<{ objectives: string; base?: string | undefined } & Undoing> = (
  { objectives, base, undoOf },
  context,
  { actor },
) => {
  const situation = open(context);
  stepBack(situation.objectivesChange, { field: 'objectives' }, { undoOf, actor, to: objectives });
  if (objectives === situation.objectives) return NOTHING;
  if (base !== undefined && base !== situation.objectives) {
    throw new Refusal('conflict', 'The objectives were changed meanwhile.', {
      current: { objectives: situation.objectives },
    });
  }
  const data = { from: situation.objectives, to: objectives, ...takingBack(undoOf) };
  return [{ type: 'situation.objectives-changed', data }];
};

export const setAttention: Deciding<{ expected: boolean; reason?: string | undefined } & Undoing> = (
  { expected, reason, undoOf },
  context,
  { actor },
) => {
  const { attention, attentionChange } = open(context);
  const why = reason === undefined || reason.trim() === '' ? {} : { reason };
  const to = attentionValue(expected ? why : undefined);
  stepBack(attentionChange, { field: 'attention' }, { undoOf, actor, to });
  if (to === attentionValue(attention)) return NOTHING;
  const data = { expected, ...why, before: before(attention), ...takingBack(undoOf) };
  return [{ type: 'situation.attention-set', data }];
};

const before = (attention: Situation['attention']): { expected: boolean; reason?: string } => ({
  expected: attention !== undefined,
  ...(attention?.reason === undefined ? {} : { reason: attention.reason }),
});

/** Also of a closed incident: closing need not wait for the meeting. */
export const schedulePostmortem: Deciding<{ meetsAt: number }> = ({ meetsAt }, context) => {
  const { status, key, declaredAt } = declared(context);
  if (status !== 'resolved' && status !== 'closed') {
    throw new Refusal('conflict', `Resolve ${key} first: its post-mortem is scheduled afterwards.`, {
      current: { status },
    });
  }
  if (meetsAt < declaredAt) throw invalid('meetsAt', 'This is before the incident was declared.');
  if (context.situation.postmortem?.meetsAt === meetsAt) return NOTHING;
  return [{ type: 'situation.postmortem-scheduled', data: { meetsAt } }];
};
