import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import type { EntryId } from '../kernel/ids.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { NOTHING, about, hypothesisIn, nameOf, type Deciding, type HypothesesContext } from './deciding.ts';
import type { Stance } from './events.ts';
import type { Evidence, Hypothesis } from './state.ts';

/** Of all hypotheses of an incident together. */
export const MAX_EVIDENCE = 500;

/** Also for what is concluded already: what comes to light later is worth keeping. */
export const addEvidence: Deciding<{ entryId: EntryId; stance: Stance } & Undoing> = (
  { hypothesisId, entryId, stance, undoOf },
  state,
  { actor },
) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  const former = evidenceOf(hypothesis, entryId);
  stepBack(former?.change, { field: 'evidence' }, { undoOf, actor, to: stance });
  if (former?.stance === stance) return NOTHING;
  if (former === undefined) {
    mustStand(state, entryId);
    mustHaveRoom(state);
  }
  return [
    {
      type: 'hypothesis.evidence-added',
      data: {
        ...about(hypothesis),
        entryId,
        ...(former === undefined ? {} : { from: former.stance }),
        stance,
        ...takingBack(undoOf),
      },
    },
  ];
};

export const removeEvidence: Deciding<{ entryId: EntryId } & Undoing> = (
  { hypothesisId, entryId, undoOf },
  state,
  { actor },
) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  const evidence = evidenceOf(hypothesis, entryId);
  stepBack(evidence?.change, { field: 'evidence' }, { undoOf, actor, to: undefined });
  if (evidence === undefined) return NOTHING;
  return [
    {
      type: 'hypothesis.evidence-removed',
      data: { ...about(hypothesis), entryId, stance: evidence.stance, ...takingBack(undoOf) },
    },
  ];
};

const evidenceOf = ({ evidence }: Hypothesis, entryId: EntryId): Evidence | undefined =>
  evidence.find((one) => one.entryId === entryId);

const mustStand = ({ timeline }: HypothesesContext, entryId: EntryId): void => {
  const entry = timeline.entries.findLast(({ id }) => id === entryId);
  if (entry === undefined) throw new Refusal('not-found', 'There is no such entry.');
  if (entry.retracted !== undefined) throw new Refusal('conflict', 'This entry was retracted; it shows nothing.');
};

const mustHaveRoom = ({ hypotheses: { items } }: HypothesesContext): void => {
  const all = items.reduce((sum, { evidence }) => sum + evidence.length, 0);
  if (all < MAX_EVIDENCE) return;
  const most = items.reduce((a, b) => (b.evidence.length > a.evidence.length ? b : a));
  throw new Refusal(
    'conflict',
    `An incident has ${MAX_EVIDENCE} pieces of evidence at most. Remove some first, of ${nameOf(most)} for one.`,
  );
};
