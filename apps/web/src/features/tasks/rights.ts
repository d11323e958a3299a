import type { Incident } from '@sitrep/shared/incidents/state';
import type { Task } from '@sitrep/shared/tasks/state';
import { useTranslations } from 'use-intl';
import { useWritingGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';

/** Why each cannot be done by the viewer; nothing where it can. As the server decides (tasks/deciding.ts). */
export type TaskRights = {
  readonly acknowledge: string | undefined;
  readonly end: string | undefined;
  readonly cancel: string | undefined;
  /** More time, another owner, reopening. */
  readonly change: string | undefined;
};

export const useLeadsTasks = ({ roles }: Incident): boolean => {
  const me = useMe();
  return roles.commander === me.id || roles.deputy === me.id;
};

export const useTaskRights = (incident: Incident, task: Task): TaskRights => {
  const t = useTranslations('tasks');
  const me = useMe();
  const leads = useLeadsTasks(incident);
  const blocked = useWritingGate('incident.respond');
  const owns = task.assignee === me.id;
  const gave = task.assignedBy === `user/${me.id}`;
  const unless = (may: boolean, why: string): string | undefined => blocked ?? (may ? undefined : why);
  return {
    acknowledge: unless(owns, t('forOwner')),
    end: unless(owns || leads, t('forOwnerOrLead')),
    cancel: unless(gave || leads, t('forAssignerOrLead')),
    change: unless(owns || gave || leads, t('forAllOfThem')),
  };
};
