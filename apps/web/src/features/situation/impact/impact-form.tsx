import type { Incident } from '@sitrep/shared/incidents/state';
import type { Impact } from '@sitrep/shared/situation/state';
import { IMPACT_TEXTS, MAX_IMPACT_TEXT } from '@sitrep/shared/situation/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { readStored, writeStored } from '../../../ui/stored.ts';
import { useFocusBack } from '../../../ui/use-focus-back.ts';
import { useMe } from '../../../widgets/me.ts';
import { Overtaken } from '../../../widgets/overtaken.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { useRespond } from '../use-respond.ts';
import {
  changesOf,
  draftOf,
  hasIncomplete,
  overtakenIn,
  parseImpactDraft,
  shownDraft,
  takingTheirs,
  withField,
  type DraftField,
  type ImpactDraft,
} from './impact-draft.ts';
import { NumberFields } from './number-fields.tsx';
import { useFieldWords } from './use-field-words.ts';

type Props = { incident: Incident; impact: Impact; onDone: () => void };

/** All of the impact but its trend, which takes one press. Kept when left. */
export const ImpactForm = ({ incident, impact, onDone }: Props) => {
  const t = useTranslations('situation.impact');
  const common = useTranslations('common');
  const me = useMe();
  const actor = useActorNames();
  const theirWords = useFieldWords();
  const storage = `sitrep:${me.id}:${incident.id}:impact`;
  const [kept, setKept] = useState<ImpactDraft>(() => parseImpactDraft(readStored(storage)) ?? draftOf(impact));
  const draft = shownDraft(kept, impact);
  const change = useCommand('situation.change-impact');
  const { gate } = useRespond(incident);
  const keep = (next: ImpactDraft): void => {
    setKept(next);
    writeStored(storage, JSON.stringify(next));
  };
  const set = <F extends DraftField>(field: F, value: ImpactDraft[F]): void => keep(withField(draft, field, value));
  const { within, focusBack } = useFocusBack<HTMLFormElement>();
  const leave = (): void => {
    focusBack();
    onDone();
  };
  const done = (): void => {
    writeStored(storage, undefined);
    leave();
  };
  const overtaken = overtakenIn(draft, impact);
  const incomplete = hasIncomplete(draft);
  const save = (base: number): void => {
    if (gate !== undefined || incomplete) return;
    change.mutate({ incidentId: incident.id, ...changesOf(draft), base }, { onSuccess: done });
  };
  const lastBy = overtaken.map((field) => impact.changes[field]?.by).find((by) => by !== undefined);
  const problem = overtaken.length > 0 && change.error?.code === 'conflict' ? null : change.error;
  return (
    // Escape and Cmd/Ctrl+Enter are for the fields within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={within}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (overtaken.length === 0) save(draft.base);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        leave();
      }}
    >
      {IMPACT_TEXTS.map((field) => (
        <TextArea
          key={field}
          label={t(field)}
          hint={t(`${field}Hint`)}
          sends={false}
          rows={2}
          maxLength={MAX_IMPACT_TEXT}
          // Asked for by a button or a key: the next thing is to type.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={field === 'users'}
          value={draft[field]}
          onChange={(event) => set(field, event.target.value)}
          onKeyDown={sendByKey}
        />
      ))}
      <NumberFields numbers={draft.numbers} onChange={(numbers) => set('numbers', numbers)} />
      {(['startedAt', 'endedAt'] as const).map((field) => (
        <TextField
          key={field}
          label={t(field)}
          type="datetime-local"
          step={1}
          value={draft[field]}
          onChange={(event) => set(field, event.target.value)}
          error={problem?.faultOf(field)}
        />
      ))}
      {incomplete ? <p className="text-dense text-text-2">{t('incomplete')}</p> : null}
      <ProblemLine problem={problem} />
      {overtaken.length > 0 ? (
        <Overtaken
          name={lastBy === undefined ? undefined : actor(lastBy)}
          theirs={overtaken.map((field) => theirWords(impact, field)).join('\n')}
          blocked={gate}
          busy={change.isPending}
          onKeepMine={() => save(impact.revision)}
          onTakeTheirs={() => keep(takingTheirs(draft, impact, overtaken))}
        />
      ) : (
        <div className="flex justify-end gap-2">
          <Button onClick={done}>{common('cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={change.isPending}
            blocked={gate ?? (incomplete ? t('incomplete') : undefined)}
          >
            {common('save')}
          </Button>
        </div>
      )}
    </form>
  );
};
