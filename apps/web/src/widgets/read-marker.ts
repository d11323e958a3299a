import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { useLiveClient } from '../live/react.tsx';
import { readStored, writeStored } from '../ui/stored.ts';
import { useMe } from './me.ts';

/** How far somebody has read an incident on this device, and when they last looked (server time, UTC ms). */
export type ReadMarker = { readonly version: number; readonly at: number };

/** Looking away for less is no absence. */
export const AWAY_MS = 2 * 60_000;

type Visit = {
  /** Where they were when they came back; nothing on their first visit. */
  readonly since: ReadMarker | undefined;
  /** Counts returns: what is told about an absence is told once for each. */
  readonly returns: number;
  /** They were away for longer than a reload takes. */
  readonly away: boolean;
};

const useVisits = create<{ readonly visits: ReadonlyMap<string, Visit> }>(() => ({ visits: new Map() }));
const put = (key: string, visit: Visit | undefined): void =>
  useVisits.setState(({ visits }) => {
    const next = new Map(visits);
    if (visit === undefined) next.delete(key);
    else next.set(key, visit);
    return { visits: next };
  });

const keyOf = (userId: string, incidentId: string): string => `sitrep:${userId}:${incidentId}:read`;

export const parseMarker = (stored: string | undefined): ReadMarker | undefined => {
  const [version, at] = (stored ?? '').split(' ').map(Number);
  return Number.isInteger(version) && Number.isInteger(at) && version !== undefined && at !== undefined
    ? { version, at }
    : undefined;
};

/** The present visit of the room; nothing before it began. */
export const useVisit = (incidentId: IncidentId): Visit | undefined => {
  const me = useMe();
  return useVisits(({ visits }) => visits.get(keyOf(me.id, incidentId)));
};

/** Begins a visit, and a further one when somebody comes back to the page after a while. For one component of a room. */
export const useBeginVisit = (incidentId: IncidentId): void => {
  const me = useMe();
  const { serverNow } = useLiveClient();
  const key = keyOf(me.id, incidentId);
  useEffect(() => {
    let returns = 0;
    let hiddenAt = document.hidden ? serverNow() : undefined;
    const begin = (): void => {
      returns += 1;
      const since = parseMarker(readStored(key));
      put(key, { since, returns, away: since === undefined || serverNow() - since.at >= AWAY_MS });
    };
    const leave = (): void => {
      const marker = parseMarker(readStored(key));
      if (marker !== undefined) writeStored(key, `${marker.version} ${serverNow()}`);
    };
    const look = (): void => {
      if (document.hidden) {
        hiddenAt ??= serverNow();
        leave();
      } else {
        if (hiddenAt !== undefined && serverNow() - hiddenAt >= AWAY_MS) begin();
        hiddenAt = undefined;
      }
    };
    begin();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', leave);
      if (!document.hidden) leave();
      put(key, undefined);
    };
  }, [key, serverNow]);
};

/** Says up to which version somebody has seen the room. Never takes anything back. */
export const useMarkRead = (incidentId: IncidentId): ((version: number) => void) => {
  const me = useMe();
  const { serverNow } = useLiveClient();
  const key = keyOf(me.id, incidentId);
  return useCallback(
    (version) => {
      if (version > (parseMarker(readStored(key))?.version ?? 0)) writeStored(key, `${version} ${serverNow()}`);
    },
    [key, serverNow],
  );
};

/** Rooms whose reader asked for what changed. */
export const useCatchUpAsked = create<{ readonly asked: IncidentId | undefined; readonly times: number }>(() => ({
  asked: undefined,
  times: 0,
}));
export const askToCatchUp = (asked: IncidentId): void =>
  useCatchUpAsked.setState(({ times }) => ({ asked, times: times + 1 }));
