import type { Incident } from '@sitrep/shared/incidents/state';
import { movesFrom } from '@sitrep/shared/incidents/status-moves';
import { SendHorizontal } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient, usePeople } from '../../../live/react.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { useStored } from '../../../ui/stored.ts';
import { useWhenIdle } from '../../../ui/use-when-idle.ts';
import { useWritingGate } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { assignable } from '../../../widgets/person.tsx';
import { complete, type Suggestion } from '../completion.ts';
import { loadMarkdownAhead } from '../markdown/entry-text.tsx';
import { parseQuickEntry } from '../quick-entry.ts';
import { useQuickSend, type SendProblem } from '../use-quick-send.ts';
import { ComposerFeedback } from './composer-feedback.tsx';
import { optionId, SuggestionList } from './suggestion-list.tsx';

export const COMPOSER = 'composer';

/** One line for everything that is done often. Mount anew (by `key`) for another incident. */
export const Composer = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('timeline.composer');
  const me = useMe();
  const { serverNow } = useLiveClient();
  const { people } = usePeople();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useStored(`sitrep:${me.id}:${incident.id}:composer`);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const [hidden, setHidden] = useState(false);
  const [problem, setProblem] = useState<SendProblem>();
  const { send, busy, problem: refusal, reset } = useQuickSend(incident);
  const blocked = useWritingGate('timeline.write', { holders: incident.roles });
  useWhenIdle(loadMarkdownAhead);

  const known = useMemo(
    () => ({ people: assignable(people), moves: incident.status === 'closed' ? [] : movesFrom(incident.status) }),
    [people, incident.status],
  );
  const completion = useMemo(() => complete(text, caret, known), [text, caret, known]);
  const { suggestions } = completion;
  const open = !hidden && suggestions.length > 0;
  // After a space nothing is chosen yet: Enter then sends what stands there.
  const active = open ? (chosen ?? (completion.from < completion.to ? 0 : undefined)) : undefined;

  const change = (next: string, position: number): void => {
    setText(next);
    setCaret(position);
    setChosen(undefined);
    setHidden(false);
    setProblem(undefined);
    reset();
  };
  const insert = (suggestion: Suggestion): void => {
    const next = text.slice(0, completion.from) + suggestion.insert + text.slice(completion.to);
    const position = completion.from + suggestion.insert.length;
    change(next, position);
    requestAnimationFrame(() => ref.current?.setSelectionRange(position, position));
    ref.current?.focus();
  };
  const submit = (): void => {
    if (blocked !== undefined || busy) return;
    send(parseQuickEntry(text, serverNow()), { accepted: () => change('', 0), explain: setProblem });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (open && step !== undefined) {
      event.preventDefault();
      setChosen(((active ?? (step === 1 ? -1 : 0)) + step + suggestions.length) % suggestions.length);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      setHidden(true);
    } else if (event.key === 'Escape') {
      event.currentTarget.blur();
    } else if (
      (event.key === 'Tab' && open && !event.shiftKey) ||
      (event.key === 'Enter' && active !== undefined && !event.shiftKey)
    ) {
      const suggestion = suggestions[active ?? 0];
      if (suggestion === undefined) return;
      event.preventDefault();
      insert(suggestion);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <form
      className="relative border-t border-border bg-surface px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {open ? <SuggestionList suggestions={suggestions} active={active} onChoose={insert} /> : null}
      <div className="flex items-end gap-2">
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
          maxLength={20_000}
          placeholder={blocked ?? t('placeholder')}
          value={text}
          onChange={(event) => change(event.target.value, event.target.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-48 min-h-10 min-w-0 flex-1 resize-none rounded-m border border-border-strong bg-surface px-3 py-2 text-body"
        />
        <IconButton
          type="submit"
          label={t('send')}
          busy={busy}
          blocked={blocked}
          variant={text.trim() === '' ? 'quiet' : 'primary'}
          icon={<SendHorizontal size={18} aria-hidden />}
          className="min-h-10 min-w-10"
        />
      </div>
      <ComposerFeedback
        id="composer-feedback"
        text={text}
        severity={incident.severity}
        problem={problem}
        refusal={refusal}
      />
    </form>
  );
};
