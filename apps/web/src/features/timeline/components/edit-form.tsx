import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useReportPresence } from '../../../live/presence-react.ts';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { useActorNames } from '../../../widgets/person.tsx';
import { editOf, isStale } from '../editing/edit-draft.ts';
import { EditDetails } from '../editing/edit-details.tsx';
import { StaleChoice } from '../../../widgets/editing/stale-choice.tsx';
import { useEditDraft } from '../editing/use-edit-draft.ts';

type Props = { entry: WrittenEntry; incidentId: IncidentId; draftKey: string; onDone: () => void };

/** Says which revision the writer had before their eyes. When that has become stale while they wrote, they choose. */
export const EditForm = ({ entry, incidentId, draftKey, onDone }: Props) => {
  const t = useTranslations('timeline');
  const words = useTranslations('writing.edit');
  const common = useTranslations('common');
  const actor = useActorNames();
  const edit = useCommand('timeline.edit-entry');
  const { draft, changed, change, forget } = useEditDraft(draftKey, entry);
  const choice = useRef<HTMLDivElement>(null);
  const stale = isStale(draft, entry);
  const report = useReportPresence(incidentId);
  // Others see it before they begin with the same.
  useEffect(() => report('editing', entry.id), [report, entry.id]);

  const save = (text: string): void => {
    edit.mutate({ incidentId, entryId: entry.id, ...editOf({ ...draft, text }, entry) });
    forget();
    onDone();
  };
  const drop = (): void => {
    forget();
    onDone();
  };
  return (
    <form
      className="mt-1 grid max-w-[80ch] grid-cols-[minmax(0,1fr)] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        // Nobody's text is overwritten by a key pressed out of habit.
        if (stale) choice.current?.querySelector('button')?.focus();
        else save(draft.text);
      }}
    >
      <TextArea
        label={t('editText')}
        hideLabel
        required
        maxLength={20_000}
        dir="auto"
        // Asked for by the menu: the next thing is to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
          // It leaves the field, and nothing else.
          event.preventDefault();
          onDone();
        }}
      />
      {stale ? (
        <div ref={choice}>
          <StaleChoice
            base={draft.base.text}
            mine={draft.text}
            theirs={entry.text}
            name={actor(entry.editedBy ?? entry.by)}
            onMine={() => save(draft.text)}
            onTheirs={drop}
            onMerged={save}
          />
        </div>
      ) : null}
      <EditDetails draft={draft} onChange={change} />
      <div className="flex flex-wrap justify-end gap-2">
        {changed ? (
          <Button variant="quiet" className="mr-auto" onClick={drop}>
            {words('drop')}
          </Button>
        ) : null}
        <Button onClick={onDone}>{changed ? words('later') : common('cancel')}</Button>
        {stale ? null : (
          <Button type="submit" variant="primary">
            {common('save')}
          </Button>
        )}
      </div>
    </form>
  );
};
