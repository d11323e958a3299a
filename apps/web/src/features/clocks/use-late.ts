import { unattended } from '@sitrep/shared/rooms/clocks/call-outs';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { useSettings } from '../../live/react.tsx';
import { useMe } from '../../widgets/me.ts';
import { usePast } from '../../widgets/past.ts';
import { useNow } from '../../widgets/times.tsx';
import type { ClocksSeen } from './use-clocks.ts';

const NOTHING: readonly RunningClock[] = [];

/** What ran out and nobody has attended to: for commander and deputy. */
export const useLate = ({ incident, parts }: ClocksSeen): readonly RunningClock[] => {
  const me = useMe();
  const past = usePast();
  const now = useNow(5_000);
  const { values } = useSettings();
  const { commander, deputy } = incident.roles;
  if (past !== undefined || (commander !== me.id && deputy !== me.id)) return NOTHING;
  return unattended({ ...parts, incident }, values, now);
};
