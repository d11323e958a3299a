import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AlertId, IntegrationId } from '../kernel/ids.ts';
import type { AlertContent, AlertEvent, RESOLVE_CAUSES } from './events.ts';
import { isActive, isKnown, type Alert, type AlertState } from './state.ts';

type Deciding<Command> = Decide<Command & { alertId: AlertId }, AlertState, AlertEvent>;

const NOTHING: readonly AlertEvent[] = [];

/** A repeat of what fires already makes nothing happen: it is counted elsewhere. */
export const fireAlert: Deciding<{ integrationId: IntegrationId; fingerprint: string; content: AlertContent }> = (
  { integrationId, fingerprint, content },
  state,
) => {
  if (!isKnown(state)) {
    return [{ type: 'alert.fired', data: { integrationId, fingerprint, occurrence: 1, content } }];
  }
  if (!isActive(state)) {
    const occurrence = state.occurrence + 1;
    return [{ type: 'alert.fired', data: { integrationId, fingerprint, occurrence, content } }];
  }
  return readsTheSame(state.content, content) ? NOTHING : [{ type: 'alert.content-changed', data: { content } }];
};

export const acknowledgeAlert: Deciding<unknown> = (_command, state) => {
  const alert = known(state);
  if (alert.status === 'resolved') throw new Refusal('conflict', 'This alert has resolved already.');
  return alert.status === 'acknowledged'
    ? NOTHING
    : [{ type: 'alert.acknowledged', data: { occurrence: alert.occurrence } }];
};

/** A tool may say that something resolved which never fired here: its first message was lost, or came second. */
export const resolveAlert: Deciding<{ cause: (typeof RESOLVE_CAUSES)[number] }> = ({ cause }, state, { actor }) => {
  if (!isKnown(state) || !isActive(state)) return NOTHING;
  const said = actor.kind === 'user' ? 'person' : cause;
  return [{ type: 'alert.resolved', data: { occurrence: state.occurrence, cause: said } }];
};

const known = (state: AlertState): Alert => {
  if (!isKnown(state)) throw new Refusal('not-found', 'There is no such alert.');
  return state;
};

/** Descriptions carry the measured value in most tools and change with every repeat: they make no news. */
const readsTheSame = (before: AlertContent, after: AlertContent): boolean =>
  before.title === after.title && before.severity === after.severity && before.service === after.service;
