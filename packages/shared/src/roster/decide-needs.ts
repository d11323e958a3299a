import { Refusal } from '../kernel/errors.ts';
import type { NeedId, UserId } from '../kernel/ids.ts';
import { handleOf } from '../kernel/people-facts.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { NOTHING, openRoster, type Deciding } from './deciding.ts';
import { isLacking, needOf, type Need, type Roster } from './state.ts';

/** The whole list is sent with each snapshot; who gets here runs a script. */
export const MOST_NEEDS = 200;

type AboutNeed = { needId: NeedId };

export const raiseNeed: Deciding<AboutNeed & { text: string }> = ({ needId, text }, state) => {
  const roster = openRoster(state);
  if (needOf(roster, needId) !== undefined) throw new Refusal('conflict', 'There is a need with this id already.');
  if (roster.needs.length >= MOST_NEEDS) {
    throw new Refusal('conflict', `An incident keeps ${MOST_NEEDS} needs at most. Note further ones on the timeline.`);
  }
  return [{ type: 'need.raised', data: { needId, number: roster.needs.length + 1, text } }];
};

export const claimNeed: Deciding<AboutNeed> = ({ needId }, state, { actor, facts }) => {
  const need = lacking(openRoster(state), needId);
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'Only a person can claim a need.');
  if (need.status === 'claimed') {
    if (need.claimedBy === actor.userId) return NOTHING;
    throw taken(need.claimedBy, `${handleOf(facts, need.claimedBy)} is on it already.`);
  }
  return [{ type: 'need.claimed', data: { ...about(need), userId: actor.userId } }];
};

export const unclaimNeed: Deciding<AboutNeed & Undoing> = ({ needId, undoOf }, state, { actor, facts }) => {
  const need = lacking(openRoster(state), needId);
  if (need.status === 'open') return NOTHING;
  // What is taken back is the own claim, never that of whoever came after it.
  if (undoOf !== undefined && (actor.kind !== 'user' || actor.userId !== need.claimedBy)) {
    throw taken(need.claimedBy, `${handleOf(facts, need.claimedBy)} is on it now; nothing was taken back.`);
  }
  return [{ type: 'need.unclaimed', data: { ...about(need), ...takingBack(undoOf) } }];
};

export const meetNeed: Deciding<AboutNeed> = ({ needId }, state) => {
  const need = known(openRoster(state), needId);
  if (need.status === 'met') return NOTHING;
  lackingStill(need);
  return [{ type: 'need.met', data: about(need) }];
};

export const withdrawNeed: Deciding<AboutNeed & { reason?: string | undefined } & Undoing> = (
  { needId, reason, undoOf },
  state,
) => {
  const need = known(openRoster(state), needId);
  if (need.status === 'withdrawn') return NOTHING;
  lackingStill(need);
  if (undoOf !== undefined && need.status === 'claimed') {
    throw taken(need.claimedBy, 'Somebody is on it since; nothing was taken back.');
  }
  const why = reason === undefined || reason.trim() === '' ? {} : { reason };
  return [{ type: 'need.withdrawn', data: { ...about(need), ...why, ...takingBack(undoOf) } }];
};

const about = ({ id: needId, number, text }: Need) => ({ needId, number, text });

type Lacking = Extract<Need, { status: 'open' | 'claimed' }>;

const known = (roster: Roster, id: NeedId): Need => {
  const need = needOf(roster, id);
  if (need === undefined) throw new Refusal('not-found', 'There is no such need.');
  return need;
};

const lacking = (roster: Roster, id: NeedId): Lacking => {
  const need = known(roster, id);
  lackingStill(need);
  return need;
};

function lackingStill(need: Need): asserts need is Lacking {
  if (isLacking(need)) return;
  const how = need.status === 'met' ? 'is met' : 'was withdrawn';
  throw new Refusal('conflict', `This need ${how} already. Raise it again if it is there again.`, {
    current: { status: need.status },
  });
}

const taken = (claimedBy: UserId, message: string): Refusal =>
  new Refusal('conflict', message, { current: { status: 'claimed', claimedBy } });
