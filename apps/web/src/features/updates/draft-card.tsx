import type { Incident } from '@sitrep/shared/incidents/state';
import type { StatusUpdate, Updates } from '@sitrep/shared/updates/state';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { useOffered } from '../../widgets/gate.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { Authors } from './authors.tsx';
import { PublishButtons } from './publish-buttons.tsx';

type Props = { incident: Incident; updates: Updates; update: StatusUpdate };

/** A draft, or what was approved and did not leave yet. */
export const DraftCard = ({ incident, updates, update }: Props) => {
  const t = useTranslations('updates');
  const actor = useActorNames();
  const offered = useOffered('update.write', { holders: incident.roles });
  const { content, status, approved, changesRequested } = update;
  return (
    <article
      aria-label={t('number', { number: update.number })}
      className="grid gap-2 rounded-m border border-border p-2.5"
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone={status === 'approved' ? 'ok' : 'neutral'}>{t(`status.${status}`)}</Badge>
      </div>
      <p dir="auto" className="line-clamp-4 break-words whitespace-pre-wrap">
        {content.text}
      </p>
      <div>
        <Authors update={update} />
        {approved === undefined ? null : (
          <p className="text-meta text-text-2">{t('approvedBy', { name: actor(approved.by) })}</p>
        )}
      </div>
      {changesRequested === undefined ? null : (
        <p className="rounded-s border border-sev3-fg bg-sev3-bg px-2 py-1 text-dense break-words">
          {t('changesAsked', { name: actor(changesRequested.by), reason: changesRequested.reason })}
        </p>
      )}
      <ThingDelivery incidentId={incident.id} id={update.id} />
      {offered ? <PublishButtons incident={incident} updates={updates} update={update} /> : null}
    </article>
  );
};
