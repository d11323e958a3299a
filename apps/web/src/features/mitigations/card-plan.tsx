import type { Hypotheses } from '@sitrep/shared/hypotheses/state';
import type { Plan } from '@sitrep/shared/mitigations/events';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';

/** What it touches, what it answers, what shows that it works; how it goes folds open. */
export const CardPlan = ({ plan, hypotheses }: { plan: Plan; hypotheses: Hypotheses }) => {
  const t = useTranslations('mitigations');
  const { services, expectedSignal, hypothesisId, steps, rollback } = plan;
  const answers = hypotheses.items.find(({ id }) => id === hypothesisId);
  return (
    <>
      {services.length === 0 ? null : (
        <p className="flex flex-wrap gap-1">
          {services.map((service) => (
            <Badge key={service}>
              <span className="truncate">{service}</span>
            </Badge>
          ))}
        </p>
      )}
      {answers === undefined ? null : (
        <p dir="auto" className="text-dense">
          <span className="text-text-2">{t('answers')}</span>{' '}
          <span className="figures font-mono text-meta text-text-2">{`H${answers.number}`}</span> {answers.text}
        </p>
      )}
      {expectedSignal === '' ? null : (
        <p dir="auto" className="text-dense">
          <span className="text-text-2">{t('works')}</span> {expectedSignal}
        </p>
      )}
      {steps === '' && rollback === '' ? null : (
        <details className="text-dense">
          <summary className="min-h-6 cursor-pointer text-text-2 select-none hover:text-text pointer-coarse:min-h-11">
            {t('details')}
          </summary>
          {steps === '' ? null : <Text name={t('steps')}>{steps}</Text>}
          <Text name={t('rollback')}>{rollback === '' ? t('noRollback') : rollback}</Text>
        </details>
      )}
    </>
  );
};

const Text = ({ name, children }: { name: string; children: string }) => (
  <>
    <h4 className="mt-1 text-meta font-medium text-text-2">{name}</h4>
    <p dir="auto" className="whitespace-pre-wrap">
      {children}
    </p>
  </>
);
