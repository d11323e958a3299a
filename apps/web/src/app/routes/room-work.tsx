import { ChecklistsPanel } from '../../features/checklists/checklists-panel.tsx';
import { HypothesesPanel } from '../../features/hypotheses/hypotheses-panel.tsx';
import { MitigationsPanel } from '../../features/mitigations/mitigations-panel.tsx';
import { RelationsPanel } from '../../features/relations/relations-panel.tsx';
import { NeedsPanel } from '../../features/roster/needs-panel.tsx';
import { PeoplePanel } from '../../features/roster/people-panel.tsx';
import { FollowUpsPanel } from '../../features/tasks/follow-ups-panel.tsx';
import { MyTasksStrip } from '../../features/tasks/my-tasks-strip.tsx';
import { TasksPanel } from '../../features/tasks/tasks-panel.tsx';
import { UpdatesPanel } from '../../features/updates/updates-panel.tsx';
import { RoomGlance } from './room-glance.tsx';
import type { RoomSeen } from './room-seen.ts';
import { useEntryText } from './use-entry-text.ts';

/** What is being done: what wants a decision first. */
export const RoomWork = (seen: RoomSeen) => {
  const textOf = useEntryText();
  return (
    <>
      <MyTasksStrip {...seen} className="rounded-m border px-2.5 max-xl:hidden" />
      <RoomGlance {...seen} />
      <MitigationsPanel {...seen} />
      <HypothesesPanel {...seen} textOf={textOf} />
      <TasksPanel {...seen} />
      <ChecklistsPanel {...seen} />
      <NeedsPanel {...seen} />
      <div className="max-room:hidden">
        <UpdatesPanel {...seen} as="tabs" />
      </div>
      <FollowUpsPanel {...seen} />
      <RelationsPanel {...seen} />
      <PeoplePanel {...seen} />
    </>
  );
};
