import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { useGate } from '../../widgets/gate.ts';
import { useProblemWords } from '../../widgets/problem.tsx';

export const AcknowledgeButton = ({ alert }: { alert: AlertRow }) => {
  const t = useTranslations('alerts');
  const words = useProblemWords();
  const acknowledge = useCommand('alert.acknowledge');
  const blocked = useGate('alert.acknowledge');
  return (
    <>
      <Button
        aria-label={t('acknowledgeOf', { title: alert.title })}
        blocked={blocked}
        busy={acknowledge.isPending}
        onClick={() => acknowledge.mutate({ alertId: alert.id })}
      >
        {t('acknowledge')}
      </Button>
      {acknowledge.error === null ? null : (
        <span role="alert" className="text-meta text-sev1-fg">
          {words(acknowledge.error)}
        </span>
      )}
    </>
  );
};

export const ResolveButton = ({ alert }: { alert: AlertRow }) => {
  const t = useTranslations('alerts');
  const words = useProblemWords();
  const resolve = useCommand('alert.resolve');
  const blocked = useGate('alert.acknowledge');
  return (
    <>
      <Button
        variant="quiet"
        aria-label={t('resolveOf', { title: alert.title })}
        blocked={blocked}
        busy={resolve.isPending}
        onClick={() => resolve.mutate({ alertId: alert.id })}
      >
        {t('resolve')}
      </Button>
      {resolve.error === null ? null : (
        <span role="alert" className="text-meta text-sev1-fg">
          {words(resolve.error)}
        </span>
      )}
    </>
  );
};

export const DeclareFromAlert = ({ alert, onDeclare }: { alert: AlertRow; onDeclare: (alert: AlertRow) => void }) => {
  const t = useTranslations('alerts');
  const blocked = useGate('incident.declare');
  return (
    <Button aria-label={t('declareFrom', { title: alert.title })} blocked={blocked} onClick={() => onDeclare(alert)}>
      {t('declare')}
    </Button>
  );
};
