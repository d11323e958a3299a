import type { Hypotheses } from '@sitrep/shared/hypotheses/state';
import { causeOf } from '@sitrep/shared/hypotheses/state';
import { useTranslations } from 'use-intl';
import { Panel } from '../../ui/panel.tsx';

/** What has been confirmed; what is still suspected belongs to the work. */
export const CausePanel = ({ hypotheses }: { hypotheses: Hypotheses }) => {
  const t = useTranslations('situation.cause');
  const causes = causeOf(hypotheses);
  if (causes.length === 0) return null;
  return (
    <Panel title={t('title')}>
      <ul className="grid gap-1">
        {causes.map(({ id, number, text, conclusion }) => (
          <li key={id} className="break-words">
            <span className="figures mr-1.5 font-mono text-dense text-text-2">H{number}</span>
            {text}
            <span className="block text-dense text-text-2">{conclusion}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
