import type { Aggregate } from '../kernel/decider.ts';
import { alertIdOf, type AlertEvent } from './events.ts';
import { isKnown, unknownAlert, type AlertState } from './state.ts';

export const alertAggregate: Aggregate<AlertState, AlertEvent> = {
  name: 'alert',
  initialState: unknownAlert,
  evolve: (state, event) => {
    if (event.type === 'alert.fired') {
      const { integrationId, fingerprint, occurrence, content } = event.data;
      const id = alertIdOf(event.stream);
      return { status: 'firing', id, integrationId, fingerprint, occurrence, content, firedAt: event.at };
    }
    if (!isKnown(state)) return state;
    const { id, integrationId, fingerprint, occurrence, content, firedAt } = state;
    const known = { id, integrationId, fingerprint, occurrence, content, firedAt };
    switch (event.type) {
      case 'alert.content-changed':
        return { ...state, content: event.data.content };
      case 'alert.acknowledged':
        return { ...known, status: 'acknowledged', acknowledgedAt: event.at };
      case 'alert.resolved':
        return { ...known, status: 'resolved', resolvedAt: event.at };
    }
  },
};
