import type { Incident } from '@sitrep/shared/incidents/state';
import { isCleared } from '@sitrep/shared/updates/decide-publishing';
import type { StatusUpdate, Updates } from '@sitrep/shared/updates/state';
import { Pencil, Send } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { useActor } from '../../widgets/me.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { openUpdateComposer } from '../../widgets/update-composer.ts';
import { answeredFor } from './answered.ts';
import { AudienceIcon } from './audience-mark.tsx';
import { useBlocked } from './use-blocked.ts';

type Props = { incident: Incident; updates: Updates };

/** Nobody has to look whether their text was approved: told to whoever wrote it, wherever in the room they are. */
export const AnswerNotice = ({ incident, updates }: Props) => {
  const t = useTranslations('updates.answer');
  const actor = useActorNames();
  const { ref } = useActor();
  const update = incident.status === 'closed' ? undefined : answeredFor(updates, ref);
  const said =
    update === undefined
      ? ''
      : update.changesRequested === undefined
        ? t('approved', { name: actor(update.approved?.by ?? update.revisedBy) })
        : t('changes', { name: actor(update.changesRequested.by) });
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {update === undefined ? null : <Answered incident={incident} updates={updates} update={update} said={said} />}
    </>
  );
};

const Answered = ({ incident, updates, update, said }: Props & { update: StatusUpdate; said: string }) => {
  const t = useTranslations('updates');
  const publish = useCommand('update.publish');
  const { audience, content, changesRequested } = update;
  const blocked = useBlocked({ incident, updates, audience, content });
  const about = { incidentId: incident.id, updateId: update.id };
  return (
    <div className="border-b border-border-strong bg-accent-bg px-4 py-1">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <AudienceIcon audience="external" size={16} />
        <span className="font-medium">{said}</span>
        <span className="min-w-0 flex-1 basis-40 truncate text-text-2">
          {changesRequested === undefined ? content.text : changesRequested.reason}
        </span>
        {isCleared(update, incident.severity) && changesRequested === undefined ? (
          <Button
            variant="primary"
            icon={<Send size={14} aria-hidden />}
            blocked={blocked.publish}
            busy={publish.isPending}
            onClick={() => publish.mutate({ ...about, revision: update.revision })}
          >
            {t('publish')}
          </Button>
        ) : (
          <Button
            icon={<Pencil size={14} aria-hidden />}
            blocked={blocked.write}
            onClick={() => openUpdateComposer({ ...about, audience })}
          >
            {t('edit')}
          </Button>
        )}
      </div>
      <ProblemLine problem={publish.error} />
    </div>
  );
};
