import type { Change } from '@sitrep/shared/kernel/changes';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandProblem } from '../live/command-problem.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { isComposing } from '../ui/keys/composing.ts';
import { readStored, writeStored } from '../ui/stored.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { Overtaken } from './overtaken.tsx';
import { useActorNames } from './person.tsx';
import { ProblemLine } from './problem.tsx';
import { isOvertaken, parseTextDraft, type TextDraft } from './text-draft.ts';

type Props = {
  label: string;
  /** Under which what was typed is kept. */
  storage: string;
  /** What stands now, and who wrote it. */
  current: string;
  change: Change | undefined;
  maxLength: number;
  placeholder?: string;
  blocked: string | undefined;
  busy: boolean;
  problem: CommandProblem | null;
  /** `base`: the text that it was written over. */
  onSave: (text: string, base: string | undefined, onSaved: () => void) => void;
  onDone: () => void;
};

/** A text of the incident, edited where it stands: kept when left, and never over what its writer has not seen. */
export const TextForm = (props: Props) => {
  const { label, storage, current, change, maxLength, placeholder, blocked, busy, problem, onSave, onDone } = props;
  const common = useTranslations('common');
  const actor = useActorNames();
  const [draft, setDraft] = useState<TextDraft>(
    () => parseTextDraft(readStored(storage)) ?? { text: current, base: current },
  );
  const { within, focusBack } = useFocusBack<HTMLFormElement>();
  const leave = (): void => {
    focusBack();
    onDone();
  };
  const done = (): void => {
    writeStored(storage, undefined);
    leave();
  };
  const overtaken = isOvertaken(draft, current);
  const save = (base: string | undefined): void => {
    if (blocked === undefined) onSave(draft.text, base, done);
  };
  return (
    <form
      ref={within}
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!overtaken) save(draft.base);
      }}
    >
      <TextArea
        label={label}
        hideLabel
        maxLength={maxLength}
        placeholder={placeholder}
        className="min-h-28"
        // Asked for by a button: the next thing is to type.
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
          leave();
        }}
      />
      <ProblemLine problem={overtaken && problem?.code === 'conflict' ? null : problem} />
      {overtaken ? (
        <Overtaken
          name={change === undefined ? undefined : actor(change.by)}
          theirs={current}
          blocked={blocked}
          busy={busy}
          onKeepMine={() => save(current)}
          onTakeTheirs={done}
        />
      ) : (
        <div className="flex justify-end gap-2">
          <Button onClick={done}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy} blocked={blocked}>
            {common('save')}
          </Button>
        </div>
      )}
    </form>
  );
};
