import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { updateOf } from '@sitrep/shared/updates/state';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import type { Audience } from '@sitrep/shared/settings/values';
import { Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../ui/keys.ts';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { showToast } from '../../ui/toast.ts';
import { TypeAhead } from '../../ui/type-ahead.tsx';
import { useWritingGate } from '../../widgets/gate.ts';
import { closeUpdateComposer, openUpdateComposer, useUpdateComposer } from '../../widgets/update-composer.ts';
import { AnswerNotice } from './answer-notice.tsx';
import { ApprovalNotice } from './approval-notice.tsx';
import { LeavingBars } from './leaving-bars.tsx';

const UpdateComposer = lazyNamed(() => import('./update-composer.tsx'), 'UpdateComposer');

type Props = { incident: Incident; parts: RoomParts; entries: readonly TimelineEntry[] };

/** Of the room of now: its keys, what is about to leave, and the composer that somebody has opened. */
export const UpdateDesk = ({ incident, parts, entries }: Props) => {
  const t = useTranslations('updates');
  const gate = useWritingGate('update.write', { holders: incident.roles });
  const { asked } = useUpdateComposer();
  const blocked = incident.status === 'closed' ? t('closed', { key: incident.key }) : gate;
  const write = (audience: Audience): void => {
    if (blocked === undefined) openUpdateComposer({ incidentId: incident.id, audience });
    else showToast({ id: 'why', title: blocked });
  };
  useKeys([
    { id: 'write-update', run: () => write('internal') },
    { id: 'write-public-update', run: () => write('external') },
  ]);
  useEffect(() => closeUpdateComposer, [incident.id]);
  const isOpen = asked !== undefined && asked.incidentId === incident.id;
  return (
    <>
      <ApprovalNotice incident={incident} updates={parts.updates} />
      <AnswerNotice incident={incident} updates={parts.updates} />
      <LeavingBars incident={incident} updates={parts.updates} />
      {isOpen ? (
        <Suspense fallback={<TypeAhead onClose={closeUpdateComposer} />}>
          <UpdateComposer
            key={asked.updateId ?? asked.audience}
            room={{ ...parts, incident, timeline: { entries, total: entries.length } }}
            audience={asked.audience}
            update={asked.updateId === undefined ? undefined : updateOf(parts.updates, asked.updateId)}
            text={asked.text}
            onClose={closeUpdateComposer}
          />
        </Suspense>
      ) : null}
    </>
  );
};
