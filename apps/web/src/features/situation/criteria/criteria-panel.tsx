import type { Incident } from '@sitrep/shared/incidents/state';
import type { Situation } from '@sitrep/shared/situation/state';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LineForm } from '../../../widgets/line-form.tsx';
import { QuickEntryHint } from '../../../widgets/quick-entry-hint.tsx';
import { useRespond } from '../use-respond.ts';
import { CriterionRow } from './criterion-row.tsx';

type Props = { incident: Incident; situation: Situation };

/** What must be true before it is over. */
export const CriteriaPanel = ({ incident, situation: { criteria } }: Props) => {
  const t = useTranslations('situation.criteria');
  const now = useTranslations('incident.now');
  const [adding, setAdding] = useState(false);
  const add = useCommand('situation.add-criterion');
  const { writing, editable } = useRespond(incident);
  if (criteria.length === 0 && !editable) return null;
  const met = criteria.filter((criterion) => criterion.met !== undefined).length;
  return (
    <Panel
      title={t('title')}
      actions={
        <span className="flex items-center gap-1">
          {criteria.length === 0 ? null : (
            <span className="figures text-meta text-text-2">{t('met', { met, all: criteria.length })}</span>
          )}
          {editable ? (
            <IconButton
              label={t('add')}
              blocked={writing}
              aria-expanded={adding}
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setAdding(!adding)}
            />
          ) : null}
        </span>
      }
    >
      {criteria.length === 0 && !adding ? (
        <p className="text-text-2">
          {t('none')} <QuickEntryHint line={t('command')} />
        </p>
      ) : null}
      <ul className="grid grid-cols-[minmax(0,1fr)]">
        {criteria.map((criterion) => (
          <CriterionRow key={criterion.id} incident={incident} criterion={criterion} />
        ))}
      </ul>
      {editable && adding ? (
        <div className="mt-1">
          <LineForm
            label={t('add')}
            placeholder={t('example')}
            maxLength={300}
            button={now('add')}
            blocked={writing}
            onSend={(text) => add.mutate({ incidentId: incident.id, text })}
            onClose={() => setAdding(false)}
          />
        </div>
      ) : null}
    </Panel>
  );
};
