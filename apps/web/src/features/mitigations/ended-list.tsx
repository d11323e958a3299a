import type { Hypotheses } from '@sitrep/shared/hypotheses/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import type { MenuAction } from './ledger-view.ts';
import { MitigationCard } from './mitigation-card.tsx';

type Props = {
  incident: Incident;
  hypotheses: Hypotheses;
  ended: readonly Mitigation[];
  onAction: (action: MenuAction, mitigation: Mitigation) => void;
};

/** What is over, folded: it is read when something is tried again. */
export const EndedList = ({ incident, hypotheses, ended, onAction }: Props) => {
  const t = useTranslations('mitigations');
  if (ended.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="min-h-7 cursor-pointer py-1 text-dense text-text-2 select-none hover:text-text pointer-coarse:min-h-11 pointer-coarse:py-3">
        {t('ended', { count: ended.length })}
      </summary>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2 pt-1">
        {ended.map((mitigation) => (
          <li key={mitigation.id}>
            <MitigationCard
              incident={incident}
              hypotheses={hypotheses}
              mitigation={mitigation}
              collisions={undefined}
              busy={undefined}
              onAction={(action) => onAction(action, mitigation)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
};
