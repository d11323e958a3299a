import type { Incident } from '@sitrep/shared/incidents/state';
import { suggestsResolve } from '@sitrep/shared/incidents/state';
import { movesFrom } from '@sitrep/shared/incidents/status-moves';
import { Bell, BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { usePast } from '../../../widgets/past.ts';
import { InlineProblem } from './inline-problem.tsx';

type Props = { incident: Incident; renderAlerts: () => ReactNode };

/** How many alerts fire; opens which. */
export const AlertsState = ({ incident, renderAlerts }: Props) => {
  const t = useTranslations('incident.header');
  const { firing, resolved } = incident.alerts;
  const said = suggestsResolve(incident)
    ? t('suggestResolve')
    : firing.length > 0
      ? t('alertsFiring', { firing: firing.length })
      : resolved.length > 0
        ? t('alertsResolved', { resolved: resolved.length })
        : t('noAlerts');
  const state = (
    <span className={`inline-flex items-center gap-1.5 ${firing.length > 0 ? 'font-medium text-text' : 'text-text-2'}`}>
      {firing.length > 0 ? <Bell size={14} aria-hidden /> : <BellOff size={14} aria-hidden />}
      {said}
    </span>
  );
  // What the alerts were at a moment of the past is not kept: only how many.
  const past = usePast() !== undefined;
  if (past || firing.length + resolved.length === 0) return state;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Popover
        label={t('showAlerts', { said })}
        popup="dialog"
        className="w-[44rem]"
        button={{ variant: 'quiet', className: '!px-1.5 !text-dense' }}
        trigger={state}
      >
        {renderAlerts}
      </Popover>
      {suggestsResolve(incident) ? <ResolveNow incident={incident} /> : null}
    </span>
  );
};

const ResolveNow = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.header');
  const change = useCommand('incident.change-status');
  const blocked = useGate('incident.respond', { holders: incident.roles });
  // From some statuses the way to resolved has steps between; the menu shows them.
  const direct = incident.status !== 'closed' && movesFrom(incident.status).includes('resolved');
  return (
    <>
      {direct ? (
        <Button
          blocked={blocked}
          busy={change.isPending}
          onClick={() => change.mutate({ incidentId: incident.id, status: 'resolved' })}
        >
          {t('resolve')}
        </Button>
      ) : null}
      <InlineProblem problem={change.error} onDismiss={change.reset} />
    </>
  );
};
