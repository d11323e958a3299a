import { IncidentEvents, type IncidentEvent } from '../incidents/events.ts';
import type { IncidentRole } from '../incidents/values.ts';
import type { Recorded } from '../kernel/event.ts';
import type { NeedId, UserId } from '../kernel/ids.ts';
import { appended } from '../kernel/lists.ts';
import type { RosterEvent } from './events.ts';
import { isLacking, type Need, type Roster } from './state.ts';

/** A role that moves, or an incident that closes, ends the offers that were about it. */
export const evolveRoster = (state: Roster, event: Recorded<RosterEvent | IncidentEvent>): Roster =>
  isOfIncident(event) ? evolveWithIncident(state, event) : evolveOwn(state, event);

const isOfIncident = (event: Recorded<RosterEvent | IncidentEvent>): event is Recorded<IncidentEvent> =>
  Object.hasOwn(IncidentEvents, event.type);

const evolveWithIncident = (state: Roster, event: Recorded<IncidentEvent>): Roster => {
  if (event.type === 'incident.closed') return withoutAbsence({ ...state, offers: {} });
  if (event.type === 'incident.access-revoked') return withoutPerson(state, event.data.userId);
  if (event.type !== 'incident.role-changed') return state;
  const settled = withoutOffer(state, event.data.role);
  return event.data.role === 'commander' ? withoutAbsence(settled) : settled;
};

const evolveOwn = (state: Roster, event: Recorded<RosterEvent>): Roster => {
  switch (event.type) {
    case 'role.offered': {
      const offer = { ...event.data, by: event.actor, at: event.at, commandId: event.commandId };
      return { ...state, offers: { ...state.offers, [offer.role]: offer } };
    }
    case 'role.offer-declined':
    case 'role.offer-withdrawn':
      return withoutOffer(state, event.data.role);
    case 'commander.went-away':
      return { ...state, commanderAway: { ...event.data, toldAt: event.at } };
    case 'commander.came-back':
      return withoutAbsence(state);
    case 'responder.joined': {
      const { userId } = event.data;
      const { responders } = withoutResponder(state, userId);
      const responder = { userId, since: event.at, by: event.actor, commandId: event.commandId };
      return { ...state, responders: appended(responders, responder) };
    }
    case 'responder.left':
      return withoutResponder(state, event.data.userId);
    case 'need.raised': {
      const { needId: id, number, text } = event.data;
      const need: Need = { id, number, text, raisedBy: event.actor, raisedAt: event.at, status: 'open' };
      return { ...state, needs: appended(state.needs, need) };
    }
    case 'need.claimed': {
      const claim = { status: 'claimed', claimedBy: event.data.userId, claimedAt: event.at } as const;
      return withNeed(state, event.data.needId, (need) => ({ ...raised(need), ...claim }));
    }
    case 'need.unclaimed':
      return withNeed(state, event.data.needId, opened);
    case 'need.met':
      return withNeed(state, event.data.needId, ended('met', event.at));
    case 'need.withdrawn':
      return withNeed(state, event.data.needId, ended('withdrawn', event.at));
  }
};

const withoutOffer = (state: Roster, role: IncidentRole): Roster => {
  const { [role]: offer, ...offers } = state.offers;
  return offer === undefined ? state : { ...state, offers };
};

const withoutAbsence = (state: Roster): Roster => {
  const { commanderAway: _away, ...present } = state;
  return present;
};

const withoutResponder = (state: Roster, userId: UserId): Roster => ({
  ...state,
  responders: state.responders.filter((responder) => responder.userId !== userId),
});

/** Whoever may not see the incident any more is asked for nothing in it, and is on nothing. */
const withoutPerson = (state: Roster, userId: UserId): Roster => ({
  ...withoutResponder(state, userId),
  offers: Object.fromEntries(Object.entries(state.offers).filter(([, offer]) => offer?.to !== userId)),
  needs: state.needs.map((need) => (need.status === 'claimed' && need.claimedBy === userId ? opened(need) : need)),
});

const withNeed = (state: Roster, id: NeedId, change: (need: Need) => Need): Roster => ({
  ...state,
  needs: state.needs.map((need) => (need.id === id && isLacking(need) ? change(need) : need)),
});

const raised = ({ id, number, text, raisedBy, raisedAt }: Need) => ({ id, number, text, raisedBy, raisedAt });

const opened = (need: Need): Need => ({ ...raised(need), status: 'open' });

const ended =
  (status: 'met' | 'withdrawn', endedAt: number) =>
  (need: Need): Need => ({
    ...raised(need),
    status,
    endedAt,
    ...('claimedBy' in need && need.claimedBy !== undefined ? { claimedBy: need.claimedBy } : {}),
  });
