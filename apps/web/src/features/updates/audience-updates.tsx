import type { Incident } from '@sitrep/shared/incidents/state';
import type { Audience } from '@sitrep/shared/settings/values';
import { lastTold, type Updates } from '@sitrep/shared/updates/state';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { readStored } from '../../ui/stored.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { Ago } from '../../widgets/times.tsx';
import { openUpdateComposer, useUpdateComposer } from '../../widgets/update-composer.ts';
import { AudienceBand } from './audience-mark.tsx';
import { DraftCard } from './draft-card.tsx';
import { newDraftAbout, updateDraftKey } from './update-draft.ts';

type Props = { incident: Incident; updates: Updates; audience: Audience };

/** One audience: what it reads as, how long ago it was told something, what is being written for it. */
export const AudienceUpdates = ({ incident, updates, audience }: Props) => {
  const t = useTranslations('updates');
  const holders = { holders: incident.roles };
  const gate = useWritingGate('update.write', holders);
  const offered = useOffered('update.write', holders) && incident.status !== 'closed';
  const me = useMe();
  // Looked up anew whenever a composer closes.
  useUpdateComposer();
  const hasText = readStored(updateDraftKey(me.id, incident.id, newDraftAbout(audience))) !== undefined;
  const last = lastTold(updates, audience);
  const drafts = updates.items.filter(
    (update) => update.audience === audience && (update.status === 'draft' || update.status === 'approved'),
  );
  return (
    <div className="grid gap-2.5">
      <AudienceBand audience={audience} className="rounded-b-s border-t-0 max-room:rounded-t-s max-room:border-t" />
      <p className="text-dense text-text-2">
        {last === undefined ? (
          t(`none.${audience}`)
        ) : (
          <>
            {t('lastTold')} <Ago at={last.publishedAt} />
          </>
        )}
      </p>
      {drafts.map((update) => (
        <DraftCard key={update.id} incident={incident} updates={updates} update={update} />
      ))}
      {offered ? (
        <Button
          wide
          icon={<Pencil size={14} aria-hidden />}
          blocked={gate}
          onClick={() => openUpdateComposer({ incidentId: incident.id, audience })}
        >
          {t(hasText ? `goOn.${audience}` : `write.${audience}`)}
          <KeyHint id={audience === 'external' ? 'write-public-update' : 'write-update'} />
        </Button>
      ) : null}
    </div>
  );
};
