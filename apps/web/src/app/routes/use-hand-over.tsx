import { givesRole } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import { UserRoundCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { openHandOver } from '../../features/roster/hand-over-store.ts';
import { usePeople } from '../../live/react.tsx';
import { useKeyHint } from '../../ui/keys.ts';
import type { MenuItem } from '../../ui/menu-item.ts';
import { useGate } from '../../widgets/gate.ts';
import { useActor } from '../../widgets/me.ts';
import { useIsActive } from '../../widgets/person.tsx';

type HandOverWays = { readonly run: () => void; readonly items: readonly MenuItem[] };

/** Opens the dialog in which command is handed over; where that is not for its reader, says whose it is. */
export const useHandOver = (incident: Incident | undefined, say: (text: string) => void): HandOverWays => {
  const t = useTranslations('roster.handOver');
  const room = useTranslations('incident.room');
  const common = useTranslations('common');
  const actor = useActor();
  const { people } = usePeople();
  const isActive = useIsActive();
  const blocked = useGate('incident.assign-role');
  const notices = useTranslations('roster.notices');
  const keys = useKeyHint('hand-over');
  const run = (): void => {
    if (incident === undefined) return;
    if (incident.status === 'closed') return say(room('closedAlready'));
    if (blocked !== undefined) return say(blocked);
    if (givesRole(actor, incident.roles, 'commander', isActive)) return openHandOver();
    const { commander } = incident.roles;
    const name = (commander === undefined ? undefined : people.get(commander)?.name) ?? common('somebody');
    say(t('cannot', { name }));
  };
  const item: MenuItem = {
    id: 'hand-over',
    label: notices('menu'),
    ...(keys === undefined ? {} : { hint: notices('menuMeaning', { keys }) }),
    icon: <UserRoundCheck size={16} aria-hidden />,
    blocked,
    onSelect: run,
  };
  return { run, items: incident === undefined || incident.status === 'closed' ? [] : [item] };
};
