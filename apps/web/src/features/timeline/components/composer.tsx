import type { Incident } from '@sitrep/shared/incidents/state';
import { movesFrom } from '@sitrep/shared/incidents/status-moves';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { SendHorizontal } from 'lucide-react';
import { Suspense, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useReportPresence } from '../../../live/presence-react.ts';
import { usePeople, useRoomPart } from '../../../live/react.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { isComposing } from '../../../ui/keys/composing.ts';
import { landAt } from '../../../ui/layers.ts';
import { lazyNamed } from '../../../ui/lazy-named.ts';
import { useWhenIdle } from '../../../ui/use-when-idle.ts';
import { useWritingGate } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { assignable } from '../../../widgets/person.tsx';
import { QueuedFiles } from '../files/queued-files.tsx';
import { loadMarkdownAhead } from '../markdown/entry-text.tsx';
import { fileOfText } from '../paste/file-of-text.ts';
import { PasteOffer } from '../paste/paste-offer.tsx';
import { MOST_CHARACTERS, usePasteIn } from '../paste/use-paste-in.ts';
import { useComposerText } from '../use-composer-text.ts';
import { useServiceNames } from '../use-service-names.ts';
import { useSubmit } from '../use-submit.ts';
import { ComposerFeedback } from './composer-feedback.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { optionId, SuggestionList } from './suggestion-list.tsx';

const PasteDialog = lazyNamed(() => import('../paste/paste-dialog.tsx'), 'PasteDialog');

export const COMPOSER = 'composer';

const whole = (parts: RoomParts): RoomParts => parts;

/** One line for everything that is done often. Mount anew (by `key`) for another incident. */
export const Composer = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('timeline.composer');
  const files = useTranslations('files');
  const me = useMe();
  const { people } = usePeople();
  const services = useServiceNames(incident);
  const parts = useRoomPart(incident.id, whole);
  const report = useReportPresence(incident.id);
  const blocked = useWritingGate('timeline.write', { holders: incident.roles });
  const [pasting, setPasting] = useState<string>();
  useWhenIdle(loadMarkdownAhead);

  const known = useMemo(
    () => ({
      people: assignable(people),
      services,
      moves: incident.status === 'closed' ? [] : movesFrom(incident.status),
      parts,
    }),
    [people, services, incident.status, parts],
  );
  const submitting = useSubmit(incident);
  const { queue, busy } = submitting;
  const line = useComposerText(`sitrep:${me.id}:${incident.id}:composer`, known, submitting.changed);
  const { ref, text, open, active, suggestions } = line;
  const selected = (): number => (ref.current?.selectionEnd ?? 0) - (ref.current?.selectionStart ?? 0);
  const pasted = usePasteIn({
    length: () => text.length - selected(),
    onFiles: (chosen) => (blocked === undefined ? queue.add(chosen) : undefined),
  });
  // Of a text that was deleted again nothing is offered.
  const offer = pasted.offer?.tooLong === true || text.includes(pasted.offer?.text ?? '') ? pasted.offer : undefined;

  const submit = (): void => {
    if (blocked === undefined && !busy)
      submitting.submit(text, () => {
        // What was typed while the server thought about it stays.
        if (ref.current?.value === text) line.change('', 0);
        report('viewing');
      });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event.nativeEvent) || line.handleKey(event)) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };
  /** What has become entries of its own does not stay in the line as well. */
  const onImported = (imported: string): void => {
    const rest = text.replace(imported, '');
    if (rest !== text) line.change(rest.trim(), 0);
    pasted.dismiss();
    landAt(() => ref.current);
    setPasting(undefined);
  };
  return (
    <>
      <form
        className={classNames(
          'relative border-t border-border bg-surface px-3 py-2',
          pasted.dragging && 'outline-2 -outline-offset-2 outline-accent outline-dashed',
        )}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        {...pasted.handlers}
      >
        {open ? <SuggestionList suggestions={suggestions} active={active} onChoose={line.insert} /> : null}
        {offer === undefined ? null : (
          <PasteOffer
            offer={offer}
            onTimeline={() => setPasting(offer.text)}
            onFile={() => {
              queue.add([fileOfText(offer.text)]);
              pasted.dismiss();
            }}
            onDismiss={pasted.dismiss}
          />
        )}
        <QueuedFiles state={submitting.state} queue={queue} />
        <div className="flex items-end gap-2">
          <ComposerMenu blocked={blocked} onFiles={queue.add} onPaste={() => setPasting('')} />
          {/* A text of several lines with suggestions: there is no native element for that. */}
          <textarea
            ref={ref}
            id={COMPOSER}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="combobox"
            aria-label={t('label')}
            aria-expanded={open}
            aria-controls={open ? 'composer-suggestions' : undefined}
            aria-activedescendant={active === undefined ? undefined : optionId(active)}
            aria-autocomplete="list"
            aria-describedby="composer-feedback"
            aria-disabled={blocked === undefined ? undefined : true}
            readOnly={blocked !== undefined}
            rows={1}
            dir="auto"
            maxLength={MOST_CHARACTERS}
            placeholder={blocked ?? (pasted.dragging ? files('drop') : t('placeholder'))}
            value={text}
            onChange={(event) => {
              line.change(event.target.value, event.target.selectionStart);
              report(event.target.value === '' ? 'viewing' : 'typing');
            }}
            onSelect={(event) => line.setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            className="field-sizing-content max-h-48 min-h-10 min-w-0 pointer-coarse:min-h-11 flex-1 resize-none rounded-m border border-border-strong bg-surface px-3 py-2 text-body"
          />
          <IconButton
            type="submit"
            label={t('send')}
            busy={busy}
            blocked={blocked}
            variant={text.trim() === '' && submitting.state.files.length === 0 ? 'quiet' : 'primary'}
            icon={<SendHorizontal size={18} aria-hidden />}
            className="min-h-10 min-w-10 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          />
        </div>
        <ComposerFeedback
          id="composer-feedback"
          text={text}
          incident={incident}
          problem={submitting.problem}
          refusal={submitting.refusal}
          waitsFor={submitting.waitsFor}
        />
      </form>
      {pasting === undefined ? null : (
        <Suspense>
          <PasteDialog
            incident={incident}
            initial={pasting}
            onImported={onImported}
            onClose={() => setPasting(undefined)}
          />
        </Suspense>
      )}
    </>
  );
};
