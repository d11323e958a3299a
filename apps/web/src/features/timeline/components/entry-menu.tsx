import type { Incident } from '@sitrep/shared/incidents/state';
import { userIdOf } from '@sitrep/shared/kernel/actor';
import { ArchiveRestore, Copy, Ellipsis, Link2, Pencil, Pin, PinOff, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import type { RoomEntry } from '../../../live/live-client.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast.ts';
import { tip } from '../../../ui/tooltip.tsx';
import { useWritingGate } from '../../../widgets/gate.ts';
import { localClock } from '../../../widgets/time-format.ts';
import { useEntryActions } from '../entry-actions.ts';
import { RetractDialog } from './retract-dialog.tsx';

/** What an entry has to know of its incident. Stays identical while none of it changes. */
export type RoomRef = Pick<Incident, 'id' | 'key' | 'roles'> & { readonly closed: boolean };

type Props = { entry: RoomEntry; room: RoomRef; text: string; onEdit?: () => void };

export const EntryMenu = ({ entry, room, text, onEdit }: Props) => {
  const t = useTranslations('timeline');
  const [retracting, setRetracting] = useState(false);
  const words = useTranslations('writing.edit');
  const common = useTranslations('common');
  const restore = useCommand('timeline.restore-entry');
  const further = useEntryActions()(entry);
  const pin = useCommand('timeline.pin-entry');
  const unpin = useCommand('timeline.unpin-entry');
  const owner = entry.origin === 'written' ? userIdOf(entry.by) : undefined;
  const mayWrite = useWritingGate('timeline.write', { holders: room.roles });
  const mayEdit = useWritingGate('timeline.edit', { holders: room.roles, owner });
  const target = { incidentId: room.id, entryId: entry.id };
  const link = `${window.location.origin}/incidents/${room.key}#entry-${entry.id}`;
  // The menu is gone by then: without a word nobody knows whether it is in the clipboard.
  const copy = (what: string): void =>
    void copyText(what).then((done) =>
      showToast(
        done
          ? { id: 'copied', title: common('copied') }
          : { id: 'copied', title: common('copyFailed'), detail: what, lastsMs: Number.POSITIVE_INFINITY },
      ),
    );
  const copying: readonly MenuItem[] = [
    { id: 'link', label: t('copyLink'), icon: <Link2 size={16} aria-hidden />, onSelect: () => copy(link) },
    { id: 'text', label: t('copyText'), icon: <Copy size={16} aria-hidden />, onSelect: () => copy(text) },
  ];
  const pinning: MenuItem = entry.pinned
    ? {
        id: 'unpin',
        label: t('unpin'),
        icon: <PinOff size={16} aria-hidden />,
        blocked: mayWrite,
        onSelect: () => unpin.mutate(target),
      }
    : {
        id: 'pin',
        label: t('pin'),
        icon: <Pin size={16} aria-hidden />,
        blocked: mayWrite,
        onSelect: () => pin.mutate(target),
      };
  const editing: readonly MenuItem[] =
    onEdit === undefined
      ? []
      : entry.origin === 'written' && entry.retracted !== undefined
        ? [
            {
              id: 'restore',
              label: words('restore'),
              icon: <ArchiveRestore size={16} aria-hidden />,
              blocked: mayEdit,
              onSelect: () => restore.mutate(target),
            },
          ]
        : [
            {
              id: 'edit',
              label: t('edit'),
              icon: <Pencil size={16} aria-hidden />,
              blocked: mayEdit,
              onSelect: onEdit,
            },
            {
              id: 'retract',
              label: t('retract'),
              icon: <Undo2 size={16} aria-hidden />,
              blocked: mayEdit,
              onSelect: () => setRetracting(true),
            },
          ];
  return (
    <>
      <Menu
        label={t('entryMenu', { time: localClock(entry.happenedAt, true) })}
        trigger={<Ellipsis size={14} aria-hidden />}
        items={room.closed ? copying : [pinning, ...further, ...editing, ...copying]}
        button={{
          // Also from the row itself.
          ...tip('', 'Enter'),
          variant: 'quiet',
          className:
            'relative !min-h-6 !px-1 !py-0 opacity-0 pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100',
        }}
      />
      {retracting ? <RetractDialog target={target} onClose={() => setRetracting(false)} /> : null}
    </>
  );
};
