import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { LineForm } from '../../widgets/line-form.tsx';
import { QuickEntryHint } from '../../widgets/quick-entry-hint.tsx';
import { NeedRow } from './need-row.tsx';
import { needsShown } from './needs-shown.ts';

type Props = { incident: Incident; parts: { readonly roster: Roster } };

/** What the room lacks, and who takes care of it. */
export const NeedsPanel = ({ incident, parts: { roster } }: Props) => {
  const t = useTranslations('roster.needs');
  const [raising, setRaising] = useState(false);
  const offered = useOffered('incident.respond', { holders: incident.roles }) && incident.status !== 'closed';
  const needs = needsShown(roster.needs);
  const met = roster.needs.filter(({ status }) => status === 'met').length;
  return (
    <Panel
      title={t('title')}
      actions={
        offered ? (
          <IconButton
            label={t('raise')}
            aria-expanded={raising}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setRaising(!raising)}
          />
        ) : null
      }
    >
      {needs.length === 0 ? <NothingMissing teaches={offered} /> : null}
      <ul className="grid gap-2">
        {needs.map((need) => (
          <NeedRow key={need.id} need={need} incidentId={incident.id} offered={offered} />
        ))}
      </ul>
      {met === 0 ? null : <p className="mt-1 text-dense text-text-2">{t('over', { count: met })}</p>}
      {offered && raising ? <RaiseNeed incident={incident} onDone={() => setRaising(false)} /> : null}
    </Panel>
  );
};

const NothingMissing = ({ teaches }: { teaches: boolean }) => {
  const t = useTranslations('roster.needs');
  return (
    <p className="text-text-2">
      {t('none')}
      {teaches ? (
        <>
          {' '}
          {t('noneTeach')} <QuickEntryHint line={t('noneCommand')} />
        </>
      ) : null}
    </p>
  );
};

const RaiseNeed = ({ incident, onDone }: { incident: Incident; onDone: () => void }) => {
  const t = useTranslations('roster.needs');
  const raise = useCommand('need.raise');
  const blocked = useWritingGate('incident.respond', { holders: incident.roles });
  return (
    <div className="mt-2">
      <LineForm
        label={t('raise')}
        placeholder={t('placeholder')}
        maxLength={200}
        button={t('add')}
        blocked={blocked}
        onSend={(text) => raise.mutate({ incidentId: incident.id, text })}
        onClose={onDone}
      />
    </div>
  );
};
