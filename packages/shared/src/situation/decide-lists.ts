import type { Actor } from '../kernel/actor.ts';
import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CriterionId, LinkId } from '../kernel/ids.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { NOTHING, open, type Deciding } from './deciding.ts';
import { MET, UNMET, type Criterion, type Removed, type Situation, type SituationLink } from './state.ts';
import { MAX_CRITERIA, MAX_LINKS, type LinkKind } from './values.ts';

type OfCriterion = { criterionId: CriterionId } & Undoing;
type OfLink = { linkId: LinkId } & Undoing;

export const addCriterion: Deciding<OfCriterion & { text: string }> = (
  { criterionId, text, undoOf },
  context,
  { actor },
) => {
  const { criteria, removed } = open(context);
  if (criteria.some(({ id }) => id === criterionId)) {
    throw new Refusal('conflict', 'There is an exit criterion with this id already.');
  }
  mustPutBack(removed.criteria, { undoOf, actor }, (item) => item.id === criterionId && item.text === text);
  if (criteria.length >= MAX_CRITERIA) {
    throw new Refusal('conflict', `An incident takes ${MAX_CRITERIA} exit criteria at most.`);
  }
  return [{ type: 'situation.criterion-added', data: { criterionId, text, ...takingBack(undoOf) } }];
};

export const rewordCriterion: Deciding<OfCriterion & { text: string; base?: string | undefined }> = (
  { criterionId, text, base, undoOf },
  context,
  { actor },
) => {
  const criterion = criterionOf(open(context), criterionId);
  stepBack(criterion.change, { criterionId }, { undoOf, actor, to: text });
  if (criterion.text === text) return NOTHING;
  if (base !== undefined && base !== criterion.text) {
    throw new Refusal('conflict', 'This criterion was reworded meanwhile.', { current: { text: criterion.text } });
  }
  const data = { criterionId, from: criterion.text, to: text, ...takingBack(undoOf) };
  return [{ type: 'situation.criterion-reworded', data }];
};

export const meetCriterion: Deciding<OfCriterion> = ({ criterionId, undoOf }, context, { actor }) => {
  const criterion = criterionOf(open(context), criterionId);
  stepBack(criterion.change, { criterionId }, { undoOf, actor, to: MET });
  if (criterion.met !== undefined) return NOTHING;
  return [{ type: 'situation.criterion-met', data: { criterionId, text: criterion.text, ...takingBack(undoOf) } }];
};

export const unmeetCriterion: Deciding<OfCriterion> = ({ criterionId, undoOf }, context, { actor }) => {
  const criterion = criterionOf(open(context), criterionId);
  stepBack(criterion.change, { criterionId }, { undoOf, actor, to: UNMET });
  if (criterion.met === undefined) return NOTHING;
  return [{ type: 'situation.criterion-unmet', data: { criterionId, text: criterion.text, ...takingBack(undoOf) } }];
};

export const removeCriterion: Deciding<OfCriterion> = ({ criterionId, undoOf }, context, { actor }) => {
  const situation = open(context);
  const criterion = situation.criteria.find(({ id }) => id === criterionId);
  if (criterion === undefined) return goneOr(situation.removed.criteria, criterionId, 'exit criterion');
  stepBack(criterion.change, { criterionId }, { undoOf, actor, to: undefined });
  const data = { criterionId, text: criterion.text, ...takingBack(undoOf) };
  return [{ type: 'situation.criterion-removed', data }];
};

export const addLink: Deciding<OfLink & { kind: LinkKind; label: string; url: string }> = (
  { linkId, kind, label, url, undoOf },
  context,
  { actor },
) => {
  const { links, removed } = open(context);
  if (links.some(({ id }) => id === linkId)) throw new Refusal('conflict', 'There is a link with this id already.');
  mustPutBack(
    removed.links,
    { undoOf, actor },
    (item) => item.id === linkId && item.url === url && item.kind === kind && item.label === label,
  );
  if (links.some((link) => link.url === url && link.kind === kind && link.label === label)) return NOTHING;
  if (links.length >= MAX_LINKS) throw new Refusal('conflict', `An incident takes ${MAX_LINKS} links at most.`);
  return [{ type: 'situation.link-added', data: { linkId, kind, label, url, ...takingBack(undoOf) } }];
};

export const removeLink: Deciding<OfLink> = ({ linkId, undoOf }, context, { actor }) => {
  const situation = open(context);
  const link = situation.links.find(({ id }) => id === linkId);
  if (link === undefined) return goneOr(situation.removed.links, linkId, 'link');
  stepBack(link.change, { linkId }, { undoOf, actor, to: undefined });
  const { kind, label, url } = link;
  return [{ type: 'situation.link-removed', data: { linkId, kind, label, url, ...takingBack(undoOf) } }];
};

const criterionOf = ({ criteria }: Situation, criterionId: CriterionId): Criterion => {
  const criterion = criteria.find(({ id }) => id === criterionId);
  if (criterion === undefined) throw new Refusal('not-found', 'There is no such exit criterion.');
  return criterion;
};

type Item = Criterion | SituationLink;

/** Two may remove the same at once: it is so already. */
const goneOr = (removed: readonly Removed<Item>[], id: Item['id'], what: string): typeof NOTHING => {
  if (removed.some(({ item }) => item.id === id)) return NOTHING;
  throw new Refusal('not-found', `There is no such ${what}.`);
};

/** Adding takes back a removal of the same thing, by the same person, and nothing else. */
const mustPutBack = <Kind extends Item>(
  removed: readonly Removed<Kind>[],
  { undoOf, actor }: { readonly undoOf: string | undefined; readonly actor: Actor },
  isSame: (item: Kind) => boolean,
): void => {
  if (undoOf === undefined) return;
  if (removed.some(({ item, by, commandId }) => commandId === undoOf && by === actor.ref && isSame(item))) return;
  throw new Refusal('conflict', 'There is nothing of yours to take back here.');
};
