import type { Incident } from '@sitrep/shared/incidents/state';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useState } from 'react';
import { useCommand } from '../../../live/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { Panel } from '../../../ui/panel.tsx';
import { readStored, writeStored } from '../../../ui/stored.ts';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { isOvertaken, parseTextDraft, type TextDraft } from '../text-draft.ts';
import { Overtaken } from './overtaken.tsx';

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
  const [draft, setDraft] = useState<TextDraft>(
    () => parseTextDraft(readStored(storage)) ?? { text: incident.summary, base: incident.summary },
  );
  const change = useCommand('incident.change-summary');
  const blocked = useGate('incident.respond', { holders: incident.roles });
  const done = (): void => {
    writeStored(storage, undefined);
    onDone();
  };
  const overtaken = isOvertaken(draft, incident.summary);
  const save = (base: string | undefined): void => {
    if (blocked !== undefined) return;
    const sent = { incidentId: incident.id, summary: draft.text, ...(base === undefined ? {} : { base }) };
    change.mutate(sent, { onSuccess: done });
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!overtaken) save(draft.base);
      }}
    >
      <TextArea
        label={t('summary')}
        hideLabel
        maxLength={4_000}
        className="min-h-28"
        // Opened by the pencil: the next thing is to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={draft.text}
        onChange={(event) => {
          const next = { ...draft, text: event.target.value };
          setDraft(next);
          writeStored(storage, JSON.stringify(next));
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          onDone();
        }}
      />
      <ProblemLine problem={overtaken && change.error?.code === 'conflict' ? null : change.error} />
      {overtaken ? (
        <Overtaken
          incidentId={incident.id}
          changed="incident.summary-changed"
          theirs={incident.summary}
          blocked={blocked}
          busy={change.isPending}
          onKeepMine={() => save(incident.summary)}
          onTakeTheirs={done}
        />
      ) : (
        <div className="flex justify-end gap-2">
          <Button onClick={done}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={change.isPending} blocked={blocked}>
            {common('save')}
          </Button>
        </div>
      )}
    </form>
  );
};
