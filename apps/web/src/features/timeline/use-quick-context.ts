import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { useCallback } from 'react';
import { useLiveClient, usePeople, useRoomPart, useSettings } from '../../live/react.tsx';
import { useMe } from '../../widgets/me.ts';
import type { QuickContext } from './quick/area.ts';

const whole = (parts: RoomParts): RoomParts => parts;

/** What a line typed now may speak of. */
export const useQuickContext = (incident: Incident): (() => QuickContext) => {
  const { serverNow } = useLiveClient();
  const { people } = usePeople();
  const parts = useRoomPart(incident.id, whole);
  const me = useMe();
  const settings = useSettings().values;
  return useCallback(
    () => ({
      now: serverNow(),
      incident,
      parts,
      me: me.id,
      roles: settings.roles,
      settings,
      personOf: (handle) => idOfHandle(people, handle),
    }),
    [serverNow, incident, parts, me.id, settings, people],
  );
};

export const idOfHandle = (people: ReadonlyMap<UserId, PersonRow>, handle: string): UserId | undefined =>
  [...people.values()].find((person) => person.handle === handle.toLowerCase() && person.active)?.id;
