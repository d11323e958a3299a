import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { PresentPerson } from '@sitrep/shared/protocol/presence';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { LivePresence } from './live-client.ts';
import type { ReportPresence } from './presence-words.ts';
import { useLiveClient } from './react.tsx';

const useLivePresence = (id: IncidentId): LivePresence => {
  const client = useLiveClient();
  const presence = useMemo(() => client.presence(id), [client, id]);
  useEffect(() => presence.retain(), [presence]);
  return presence;
};

/** Who is in a room, who came first first, oneself among them; nobody while the connection is not live. */
export const usePresent = (id: IncidentId): readonly PresentPerson[] => useStore(useLivePresence(id).store);

/** Says what is done in this part of the page; ends with it. */
export const useReportPresence = (id: IncidentId): ReportPresence => {
  const presence = useLivePresence(id);
  const reporter = useMemo(() => presence.reporter(), [presence]);
  useEffect(() => reporter.stop, [reporter]);
  return reporter.report;
};
