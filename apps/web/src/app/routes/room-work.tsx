import { HypothesesPanel } from '../../features/hypotheses/hypotheses-panel.tsx';
import { MitigationsPanel } from '../../features/mitigations/mitigations-panel.tsx';
import { NeedsPanel } from '../../features/roster/needs-panel.tsx';
import { PeoplePanel } from '../../features/roster/people-panel.tsx';
import type { RoomSeen } from './room-seen.ts';
import { useEntryText } from './use-entry-text.ts';

/** What is being done: what wants a decision first. */
export const RoomWork = (seen: RoomSeen) => {
  const textOf = useEntryText();
  return (
    <>
      <MitigationsPanel {...seen} />
      <HypothesesPanel {...seen} textOf={textOf} />
      <NeedsPanel {...seen} />
      <PeoplePanel {...seen} />
    </>
  );
};
