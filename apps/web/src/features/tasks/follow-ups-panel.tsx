import type { FollowUp } from '@sitrep/shared/tasks/state';
import { Link2, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { usePast } from '../../widgets/past.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { QuickEntryHint } from '../../widgets/quick-entry-hint.tsx';
import { SayDialog } from '../../widgets/say-dialog.tsx';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { Ago } from '../../widgets/times.tsx';
import { KeepForm } from './keep-form.tsx';
import type { Seen } from './seen.ts';

/** What is to be done after the incident; action items are made of it. */
export const FollowUpsPanel = ({ incident, parts }: Seen) => {
  const t = useTranslations('tasks');
  const [adding, setAdding] = useState(false);
  const [dropping, setDropping] = useState<FollowUp>();
  const drop = useCommand('follow-up.drop');
  const blocked = useWritingGate('incident.respond');
  const editable = useOffered('incident.respond') && incident.status !== 'closed';
  const past = usePast() !== undefined || !editable;
  const kept = parts.tasks.followUps.filter(({ dropped }) => dropped === undefined);
  const row = (followUp: FollowUp) => (
    <FollowUpRow
      key={followUp.id}
      incidentId={incident.id}
      followUp={followUp}
      blocked={blocked}
      onDrop={editable ? () => setDropping(followUp) : undefined}
    />
  );
  return (
    <Panel
      title={kept.length === 0 ? t('followUps') : t('followUpsCount', { count: kept.length })}
      actions={
        editable ? (
          <IconButton
            label={t('keep')}
            blocked={blocked}
            aria-expanded={adding}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(!adding)}
          />
        ) : null
      }
    >
      {kept.length === 0 ? <Empty past={past} /> : null}
      <ul className="grid gap-1">{kept.map(row)}</ul>
      {editable && adding ? (
        <KeepForm incidentId={incident.id} blocked={blocked} onClose={() => setAdding(false)} />
      ) : null}
      {dropping === undefined ? null : (
        <SayDialog
          oneLine
          title={t('dropDialog.title')}
          description={dropping.text}
          label={t('dropDialog.field')}
          button={t('dropDialog.button')}
          blocked={blocked}
          onSay={(reason) => {
            drop.mutate({ incidentId: incident.id, followUpId: dropping.id, ...(reason === '' ? {} : { reason }) });
            setDropping(undefined);
          }}
          onClose={() => setDropping(undefined)}
        />
      )}
    </Panel>
  );
};

type RowProps = {
  incidentId: Seen['incident']['id'];
  followUp: FollowUp;
  blocked: string | undefined;
  onDrop: (() => void) | undefined;
};

const FollowUpRow = ({ incidentId, followUp, blocked, onDrop }: RowProps) => {
  const t = useTranslations('tasks');
  const actor = useActorNames();
  const { id, text, by, at, entryId } = followUp;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-1">
      <div className="grid min-w-0">
        <p dir="auto" className="[overflow-wrap:anywhere]">
          {text}
        </p>
        <span className="flex min-w-0 items-center gap-1 text-meta text-text-2">
          <span className="truncate">
            {actor(by)}, <Ago at={at} />
          </span>
          {entryId === undefined ? null : (
            <a
              href={`#entry-${entryId}`}
              title={t('fromNote')}
              aria-label={t('fromNote')}
              className="inline-grid size-6 shrink-0 place-items-center rounded-s hover:text-text pointer-coarse:size-11"
            >
              <Link2 size={12} aria-hidden />
            </a>
          )}
        </span>
        <ThingDelivery incidentId={incidentId} id={id} />
      </div>
      {onDrop === undefined ? null : (
        <IconButton
          label={t('drop', { text })}
          blocked={blocked}
          className="!min-h-6 !min-w-6 !p-0 pointer-coarse:!min-h-11 pointer-coarse:!min-w-11"
          icon={<X size={14} aria-hidden />}
          onClick={onDrop}
        />
      )}
    </li>
  );
};

const Empty = ({ past }: { past: boolean }) => {
  const t = useTranslations('tasks');
  if (past) return <p className="text-text-2">{t('followUpsEmptyPast')}</p>;
  return (
    <p className="text-text-2">
      {t('followUpsEmpty')} <QuickEntryHint line={t('followUpsEmptyCommand')} />
    </p>
  );
};
