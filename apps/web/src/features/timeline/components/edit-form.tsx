import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { Confidence, CONFIDENCES, WRITTEN_KINDS, WrittenKind } from '@sitrep/shared/timeline/values';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { fromLocalInput, localInput } from '../../../widgets/time-format.ts';

type Props = { entry: WrittenEntry; incidentId: IncidentId; onDone: () => void };

/**
 * Says which revision the writer had before their eyes. When that has become stale while they wrote, what it says now
 * is shown beside it, and they choose.
 */
export const EditForm = ({ entry, incidentId, onDone }: Props) => {
  const t = useTranslations('timeline');
  const common = useTranslations('common');
  const words = useTranslations('words');
  const [base] = useState(entry);
  const [text, setText] = useState(entry.text);
  const [kind, setKind] = useState(entry.kind);
  const [confidence, setConfidence] = useState(entry.confidence);
  const [happened, setHappened] = useState(() => localInput(entry.happenedAt));
  const edit = useCommand('timeline.edit-entry');
  const stale = entry.revision !== base.revision;

  const save = (): void => {
    const at = fromLocalInput(happened);
    // The field has no milliseconds: untouched means unchanged.
    const moved = at !== undefined && happened !== localInput(base.happenedAt);
    edit.mutate({
      incidentId,
      entryId: entry.id,
      baseRevision: entry.revision,
      text,
      kind,
      confidence: confidence ?? null,
      ...(moved ? { happenedAt: at } : {}),
    });
    onDone();
  };
  return (
    <form
      className="mt-1 grid max-w-[80ch] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        label={t('editText')}
        hideLabel
        required
        // Asked for by the menu: the next thing is to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          sendByKey(event);
        }}
      />
      {stale ? (
        <div role="alert" className="rounded-m border border-sev3-fg bg-sev3-bg p-2">
          <p className="font-medium">{t('stale')}</p>
          <p className="text-dense text-text-2">{t('staleNow')}</p>
          <p className="whitespace-pre-wrap">{entry.text}</p>
        </div>
      ) : null}
      <div className="grid gap-2 sm:grid-cols-3">
        <SelectField
          label={t('editKind')}
          value={kind}
          onChange={(event) => setKind(WrittenKind.parse(event.target.value))}
        >
          {WRITTEN_KINDS.map((value) => (
            <option key={value} value={value}>
              {words(`kind.${value}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('editConfidence')}
          value={confidence ?? ''}
          onChange={(event) => setConfidence(Confidence.safeParse(event.target.value).data)}
        >
          <option value="">{t('noConfidence')}</option>
          {CONFIDENCES.map((value) => (
            <option key={value} value={value}>
              {words(`confidence.${value}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('editHappened')}
          type="datetime-local"
          step={1}
          required
          value={happened}
          onChange={(event) => setHappened(event.target.value)}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{common('cancel')}</Button>
        <Button type="submit" variant="primary">
          {stale ? t('staleOverwrite') : common('save')}
        </Button>
      </div>
    </form>
  );
};
