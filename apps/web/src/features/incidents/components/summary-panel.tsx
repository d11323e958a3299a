import type { Incident } from '@sitrep/shared/incidents/state';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useState } from 'react';
import { useCommand } from '../../../live/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { readStored, writeStored } from '../../../ui/stored.ts';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';

export const SummaryPanel = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.now');
  const [editing, setEditing] = useState(false);
  const gate = useGate('incident.respond', { holders: incident.roles });
  const editable = useOffered('incident.respond', { holders: incident.roles }) && incident.status !== 'closed';
  return (
    <Panel
      title={t('summary')}
      actions={
        editable && !editing ? (
          <IconButton
            label={t('editSummary')}
            blocked={gate}
            icon={<Pencil size={14} aria-hidden />}
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
        <p className="max-w-[75ch] whitespace-pre-wrap">{incident.summary}</p>
      )}
    </Panel>
  );
};

const SummaryForm = ({ incident, onDone }: { incident: Incident; onDone: () => void }) => {
  const t = useTranslations('incident.now');
  const common = useTranslations('common');
  const me = useMe();
  const storage = `sitrep:${me.id}:${incident.id}:summary`;
  const [text, setText] = useState(() => readStored(storage) ?? incident.summary);
  const change = useCommand('incident.change-summary');
  const blocked = useGate('incident.respond', { holders: incident.roles });
  const done = (): void => {
    writeStored(storage, undefined);
    onDone();
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked === undefined) change.mutate({ incidentId: incident.id, summary: text }, { onSuccess: done });
      }}
    >
      <TextArea
        label={t('summary')}
        hideLabel
        maxLength={4_000}
        rows={4}
        // Opened by the pencil: the next thing is to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          writeStored(storage, event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          sendByKey(event);
        }}
      />
      <ProblemLine problem={change.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={done}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" busy={change.isPending} blocked={blocked}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
};
