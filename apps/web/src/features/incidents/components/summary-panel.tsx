import type { Incident } from '@sitrep/shared/incidents/state';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useState } from 'react';
import { useCommand } from '../../../live/use-command.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { TextForm } from '../../../widgets/text-form.tsx';

export const SummaryPanel = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.now');
  const [editing, setEditing] = useState(false);
  const gate = useGate('incident.respond', { holders: incident.roles });
  const editable = useOffered('incident.respond', { holders: incident.roles }) && incident.status !== 'closed';
  return (
    <Panel
      title={t('summary')}
      actions={
        editable ? (
          <IconButton
            label={t('editSummary')}
            blocked={gate}
            icon={<Pencil size={14} aria-hidden />}
            aria-expanded={editing}
            onClick={() => setEditing(true)}
          />
        ) : null
      }
    >
      {editing ? (
        <SummaryForm incident={incident} onDone={() => setEditing(false)} />
      ) : incident.summary === '' ? (
        <p className="text-text-2">{t('noSummary')}</p>
      ) : (
        <p className="max-w-[75ch] break-words whitespace-pre-wrap">{incident.summary}</p>
      )}
    </Panel>
  );
};

const SummaryForm = ({ incident, onDone }: { incident: Incident; onDone: () => void }) => {
  const t = useTranslations('incident.now');
  const me = useMe();
  const change = useCommand('incident.change-summary');
  const blocked = useGate('incident.respond', { holders: incident.roles });
  return (
    <TextForm
      label={t('summary')}
      storage={`sitrep:${me.id}:${incident.id}:summary`}
      current={incident.summary}
      change={incident.lastChanges.summary}
      maxLength={4_000}
      blocked={blocked}
      busy={change.isPending}
      problem={change.error}
      onSave={(summary, base, onSuccess) =>
        change.mutate({ incidentId: incident.id, summary, ...(base === undefined ? {} : { base }) }, { onSuccess })
      }
      onDone={onDone}
    />
  );
};
