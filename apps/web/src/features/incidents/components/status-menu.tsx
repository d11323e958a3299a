import type { Incident } from '@sitrep/shared/incidents/state';
import { movesFrom } from '@sitrep/shared/incidents/status-moves';
import { OPEN_STATUSES } from '@sitrep/shared/incidents/values';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Menu } from '../../../ui/menu.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useChangeTitle } from '../../../widgets/change-mark.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { StatusIcon, StatusLabel } from '../../../widgets/status.tsx';
import { InlineProblem } from './inline-problem.tsx';

export const STATUS_MENU = 'status-menu';

/** Only the moves that there are, so that nobody chooses in vain. */
export const StatusMenu = ({ incident, pending }: { incident: Incident; pending: boolean }) => {
  const t = useTranslations('incident.header');
  const words = useTranslations('words');
  const change = useCommand('incident.change-status');
  const gate = useGate('incident.respond', { holders: incident.roles });
  const changed = useChangeTitle('status', incident.lastChanges.status);
  if (incident.status === 'closed') return <StatusLabel status="closed" />;
  const current = incident.status;
  const moves = movesFrom(current);
  return (
    <>
      <Menu
        label={t('changeStatus', { status: words(`status.${current}`) })}
        button={{
          blocked: gate,
          id: STATUS_MENU,
          className: '!text-text min-w-0 max-w-full room:min-w-36 !justify-start',
          ...changed,
        }}
        trigger={
          <>
            <StatusLabel status={current} />
            {pending || change.isPending ? <Spinner /> : null}
          </>
        }
        items={OPEN_STATUSES.filter((status) => status === current || moves.includes(status)).map((status) => ({
          id: status,
          label: words(`status.${status}`),
          hint: words(`statusMeaning.${status}`),
          icon: <StatusIcon status={status} />,
          checked: status === current,
          onSelect: () => {
            if (status !== current) change.mutate({ incidentId: incident.id, status });
          },
        }))}
      />
      <InlineProblem problem={change.error} onDismiss={change.reset} />
    </>
  );
};
