import type { Incident } from '@sitrep/shared/incidents/state';
import type { Situation } from '@sitrep/shared/situation/state';
import { MAX_IMPACT_TEXT } from '@sitrep/shared/situation/values';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useMe } from '../../widgets/me.ts';
import { TextForm } from '../../widgets/text-form.tsx';
import { useRespond } from './use-respond.ts';

type Props = { incident: Incident; situation: Situation };

export const ObjectivesPanel = ({ incident, situation }: Props) => {
  const t = useTranslations('situation.objectives');
  const [editing, setEditing] = useState(false);
  const { gate, editable } = useRespond(incident);
  const { objectives } = situation;
  if (objectives === '' && !editable) return null;
  return (
    <Panel
      title={t('title')}
      actions={
        editable ? (
          <IconButton
            label={t('edit')}
            blocked={gate}
            icon={<Pencil size={14} aria-hidden />}
            aria-expanded={editing}
            onClick={() => setEditing(true)}
          />
        ) : null
      }
    >
      {editing ? (
        <ObjectivesForm incident={incident} situation={situation} onDone={() => setEditing(false)} />
      ) : objectives === '' ? (
        <p className="text-text-2">{t('none')}</p>
      ) : (
        <p className="max-w-[75ch] break-words whitespace-pre-wrap">{objectives}</p>
      )}
    </Panel>
  );
};

const ObjectivesForm = ({ incident, situation, onDone }: Props & { onDone: () => void }) => {
  const t = useTranslations('situation.objectives');
  const me = useMe();
  const change = useCommand('situation.change-objectives');
  const { gate } = useRespond(incident);
  return (
    <TextForm
      label={t('title')}
      storage={`sitrep:${me.id}:${incident.id}:objectives`}
      current={situation.objectives}
      change={situation.objectivesChange}
      maxLength={MAX_IMPACT_TEXT}
      placeholder={t('example')}
      blocked={gate}
      busy={change.isPending}
      problem={change.error}
      onSave={(objectives, base, onSuccess) =>
        change.mutate({ incidentId: incident.id, objectives, ...(base === undefined ? {} : { base }) }, { onSuccess })
      }
      onDone={onDone}
    />
  );
};
