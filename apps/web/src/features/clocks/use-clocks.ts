import type { Incident } from '@sitrep/shared/incidents/state';
import { clocksOf } from '@sitrep/shared/rooms/clocks/clocks-of';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { useMemo } from 'react';
import { useSettings } from '../../live/react.tsx';

/** What the room is made of, as far as clocks go. */
export type ClocksSeen = { readonly incident: Incident; readonly parts: RoomParts };

/** Every clock that runs here, the one that is due first in front. */
export const useClocks = ({ incident, parts }: ClocksSeen): readonly RunningClock[] => {
  const { values } = useSettings();
  return useMemo(() => clocksOf({ ...parts, incident }, values), [incident, parts, values]);
};
