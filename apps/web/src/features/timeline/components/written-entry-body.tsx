import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { readStored } from '../../../ui/stored.ts';
import { useWritingGate } from '../../../widgets/gate.ts';
import { DeliveryMark } from '../../../widgets/delivery-mark.tsx';
import { useMe } from '../../../widgets/me.ts';
import { useActorNames } from '../../../widgets/person.tsx';
import { userIdOf } from '@sitrep/shared/kernel/actor';
import { editDraftKey } from '../editing/edit-draft.ts';
import { useHoldRow } from '../list/hold-row.ts';
import { Attachments } from '../files/attachments.tsx';
import { namesOf } from '../files/with-files.ts';
import { Clock } from '../../../widgets/times.tsx';
import { EntryText } from '../markdown/entry-text.tsx';
import { Refused } from './delivery.tsx';
import { EditForm } from './edit-form.tsx';
import { EntryAuthor } from './entry-author.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryMenu, type RoomRef } from './entry-menu.tsx';

type Written = Extract<RoomEntry, { origin: 'written' }>;

export const WrittenEntryBody = ({ entry, room, marks }: { entry: Written; room: RoomRef; marks: ReactNode }) => {
  const words = useTranslations('words');
  const t = useTranslations('writing.edit');
  const draftKey = editDraftKey(useMe().id, room.id, entry.id);
  const [editing, setEditing] = useState(false);
  const menu = useRef<HTMLSpanElement>(null);
  useHoldRow(entry.id, editing);
  const mayEdit = useWritingGate('timeline.edit', { holders: room.roles, owner: userIdOf(entry.by) });
  const standing = entry.retracted === undefined;
  const endEditing = (): void => {
    setEditing(false);
    // What had the focus goes away: it goes back to where it came from.
    menu.current?.querySelector('button')?.focus();
  };
  const unsaved = standing && !editing && !room.closed && readStored(draftKey) !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="text-dense">
          {entry.kind === 'note' ? (
            <span className="sr-only">{words('kind.note')} </span>
          ) : (
            <strong className="font-semibold">{words(`kind.${entry.kind}`)} · </strong>
          )}
          <EntryAuthor entry={entry} />
        </span>
        {entry.confidence === undefined ? null : (
          <Badge tone={entry.confidence === 'confirmed' ? 'ok' : 'neutral'}>
            {words(`confidence.${entry.confidence}`)}
          </Badge>
        )}
        {entry.history.length > 0 ? (
          <EntryHistory entry={entry} incidentId={room.id} blocked={mayEdit} readOnly={!standing || room.closed} />
        ) : null}
        {marks}
        <DeliveryMark entry={entry} />
        {unsaved ? (
          <Button
            variant="quiet"
            // No higher than the name beside it.
            className="relative !min-h-6 !py-0 pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5 !text-meta underline"
            onClick={() => setEditing(true)}
          >
            {t('resume')}
          </Button>
        ) : null}
        <span ref={menu} className="ml-auto">
          <EntryMenu entry={entry} room={room} text={entry.text} onEdit={() => setEditing(true)} />
        </span>
      </div>
      {entry.retracted !== undefined ? (
        <Tombstone entry={entry} retracted={entry.retracted} />
      ) : editing ? (
        <EditForm entry={entry} incidentId={room.id} draftKey={draftKey} onDone={endEditing} />
      ) : (
        <EntryText
          text={entry.attachments !== undefined && entry.text === namesOf(entry.attachments) ? '' : entry.text}
        />
      )}
      {entry.attachments === undefined || !standing ? null : (
        <Attachments attachments={entry.attachments} incidentId={room.id} />
      )}
      {entry.delivery === 'refused' ? <Refused entry={entry} incidentId={room.id} /> : null}
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
      <span className="text-meta">
        <Clock at={retracted.at} />
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
