import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { EntryText } from '../markdown/entry-text.tsx';
import { DeliveryMark, RefusedNote } from './delivery.tsx';
import { EditForm } from './edit-form.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryMenu, type RoomRef } from './entry-menu.tsx';

type Written = Extract<RoomEntry, { origin: 'written' }>;

export const WrittenEntryBody = ({ entry, room, marks }: { entry: Written; room: RoomRef; marks: ReactNode }) => {
  const words = useTranslations('words');
  const actor = useActorNames();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="text-dense">
          {entry.kind === 'note' ? (
            <span className="sr-only">{words('kind.note')} </span>
          ) : (
            <strong className="font-semibold">{words(`kind.${entry.kind}`)} · </strong>
          )}
          <span className="font-medium">{actor(entry.by)}</span>
        </span>
        {entry.confidence === undefined ? null : (
          <Badge tone={entry.confidence === 'confirmed' ? 'ok' : 'neutral'}>
            {words(`confidence.${entry.confidence}`)}
          </Badge>
        )}
        {entry.history.length > 0 ? <EntryHistory entry={entry} /> : null}
        {marks}
        <DeliveryMark entry={entry} />
        <span className="ml-auto">
          <EntryMenu entry={entry} room={room} text={entry.text} onEdit={() => setEditing(true)} />
        </span>
      </div>
      {entry.retracted !== undefined ? (
        <Tombstone entry={entry} retracted={entry.retracted} />
      ) : editing ? (
        <EditForm entry={entry} incidentId={room.id} onDone={() => setEditing(false)} />
      ) : (
        <EntryText text={entry.text} />
      )}
      {entry.delivery === 'refused' ? <RefusedNote entry={entry} /> : null}
    </>
  );
};

type Retracted = NonNullable<Written['retracted']>;

const Tombstone = ({ entry, retracted }: { entry: Written; retracted: Retracted }) => {
  const t = useTranslations('timeline');
  const actor = useActorNames();
  const [shown, setShown] = useState(false);
  const name = actor(retracted.by);
  return (
    <div className="text-text-2 italic">
      <span>
        {retracted.reason === undefined
          ? t('retracted', { name })
          : t('retractedReason', { name, reason: retracted.reason })}
      </span>{' '}
      <Button variant="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t('hideRetracted') : t('showRetracted')}
      </Button>
      {shown ? (
        <p className="max-w-[80ch] whitespace-pre-wrap not-italic">
          <s>{entry.text}</s>
        </p>
      ) : null}
    </div>
  );
};
