import type { Incident } from '@sitrep/shared/incidents/state';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { isComposing } from '../../../ui/keys/composing.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import { readStored, writeStored } from '../../../ui/stored.ts';
import { tipWhenCut } from '../../../ui/tip-when-cut.ts';
import { useGate, useOffered } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { isOvertaken, parseTextDraft, type TextDraft } from '../../../widgets/text-draft.ts';
import { Overtaken } from '../../../widgets/overtaken.tsx';
import { useActorNames } from '../../../widgets/person.tsx';

export const TitleEdit = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('incident.header');
  const common = useTranslations('common');
  const actor = useActorNames();
  const { title: titleChange } = incident.lastChanges;
  const [draft, setDraft] = useState<TextDraft>();
  const me = useMe();
  const storage = `sitrep:${me.id}:${incident.id}:title`;
  const change = useCommand('incident.change-title');
  const gate = useGate('incident.respond', { holders: incident.roles });
  const offered = useOffered('incident.respond', { holders: incident.roles });
  const stop = (): void => {
    writeStored(storage, undefined);
    setDraft(undefined);
    change.reset();
  };
  if (draft !== undefined) {
    const overtaken = isOvertaken(draft, incident.title);
    const save = (base: string | undefined): void => {
      if (gate !== undefined) return;
      const sent = { incidentId: incident.id, title: draft.text, ...(base === undefined ? {} : { base }) };
      change.mutate(sent, { onSuccess: stop });
    };
    const problem = overtaken && change.error?.code === 'conflict' ? null : change.error;
    return (
      <form
        className="flex min-w-0 flex-1 flex-wrap items-start justify-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!overtaken) save(draft.base);
        }}
      >
        <div className="min-w-0 flex-1 basis-40">
          <TextField
            label={t('title')}
            hideLabel
            required
            maxLength={200}
            // Opened by the pencil beside it: the next thing is to type.
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
              stop();
            }}
            error={problem === null ? undefined : (problem.faultOf('title') ?? problem.message)}
          />
        </div>
        {overtaken ? (
          <div className="min-w-0 basis-full">
            <Overtaken
              name={titleChange === undefined ? undefined : actor(titleChange.by)}
              theirs={incident.title}
              blocked={gate}
              busy={change.isPending}
              onKeepMine={() => save(incident.title)}
              onTakeTheirs={stop}
            />
          </div>
        ) : (
          <>
            <Button type="submit" variant="primary" busy={change.isPending} blocked={gate}>
              {common('save')}
            </Button>
            <Button onClick={stop}>{common('cancel')}</Button>
          </>
        )}
      </form>
    );
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <h1
        className="min-w-0 text-read font-semibold max-room:line-clamp-2 max-room:leading-5 room:truncate room:text-section"
        {...tipWhenCut}
      >
        {incident.title}
      </h1>
      {incident.status === 'closed' || !offered ? null : (
        <IconButton
          label={t('editTitle')}
          // The whole of it, for whoever cannot point at what is cut.
          title={`${t('editTitle')}: ${incident.title}`}
          blocked={gate}
          icon={change.isPending ? <Spinner /> : <Pencil size={14} aria-hidden />}
          onClick={() =>
            setDraft(parseTextDraft(readStored(storage)) ?? { text: incident.title, base: incident.title })
          }
        />
      )}
    </div>
  );
};
