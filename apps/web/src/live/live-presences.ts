import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { PresenceChange } from '@sitrep/shared/protocol/presence';
import type { ServerToClient } from '@sitrep/shared/protocol/socket';
import { parseTopic } from '@sitrep/shared/protocol/topics';
import { createLivePresence, type OpenablePresence, type PresencePorts } from './live-presence.ts';

export type LivePresences = {
  readonly presence: (id: IncidentId) => OpenablePresence;
  readonly connected: () => void;
  readonly lost: () => void;
  readonly receive: (change: unknown) => void;
  readonly accessChanged: ServerToClient['access:changed'];
  readonly connectionChanged: () => void;
};

/** The presence of every room that is open, and the way of a change to its own. */
export const createLivePresences = (ports: PresencePorts): LivePresences => {
  const presences = new Map<string, OpenablePresence>();
  const each = (run: (presence: OpenablePresence) => void) => {
    for (const presence of presences.values()) run(presence);
  };
  return {
    presence: (id) => {
      const presence = presences.get(id) ?? createLivePresence(ports, id);
      presences.set(id, presence);
      return presence;
    },
    connected: () => each((presence) => presence.connected()),
    lost: () => each((presence) => presence.lost()),
    receive: (change) => {
      if (isPresenceChange(change)) presences.get(change.incidentId)?.receive(change);
    },
    accessChanged: ({ also, lost }) => {
      for (const topic of lost) {
        const parsed = parseTopic(topic);
        if (parsed?.kind === 'room') presences.get(parsed.incidentId)?.withdraw();
      }
      if (also.length > 0) each((presence) => presence.retry());
    },
    connectionChanged: () => each((presence) => presence.render()),
  };
};

const isPresenceChange = (change: unknown): change is PresenceChange => {
  if (typeof change !== 'object' || change === null) return false;
  const { prev, step, changed, gone } = change as Partial<PresenceChange>;
  return Number.isInteger(prev) && Number.isInteger(step) && Array.isArray(changed) && Array.isArray(gone);
};
