import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { PresentPerson } from '@sitrep/shared/protocol/presence';
import { useTranslations } from 'use-intl';
import { usePresent } from '../../live/presence-react.ts';
import { usePeople, usePerson } from '../../live/react.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useMe } from '../../widgets/me.ts';
import { inOrder } from './who.ts';

const SHOWN = 4;

/** In a place as wide as it ever gets: who comes and goes moves nothing. */
export const PresentPeople = ({ incidentId }: { incidentId: IncidentId }) => {
  const t = useTranslations('presence');
  const me = useMe();
  const present = inOrder(usePresent(incidentId), me.id);
  const more = present.length - SHOWN;
  return (
    <div className="flex w-32 justify-end">
      {present.length === 0 ? null : (
        <Popover
          label={t('here', { count: present.length })}
          className="w-72"
          button={{ variant: 'quiet', className: '!gap-1 !px-1' }}
          trigger={
            <>
              {more > 0 ? <span className="figures text-meta">{t('more', { count: more })}</span> : null}
              <span className="flex gap-0.5">
                {present.slice(0, SHOWN).map((person) => (
                  <Picture key={person.id} person={person} size={22} />
                ))}
              </span>
            </>
          }
        >
          {() => (
            <div className="p-3">
              <PresentList people={present} />
            </div>
          )}
        </Popover>
      )}
    </div>
  );
};

/** The same where the header has no room for it. */
export const PresentPanel = ({ incidentId }: { incidentId: IncidentId }) => {
  const t = useTranslations('presence');
  const me = useMe();
  const present = inOrder(usePresent(incidentId), me.id);
  return (
    <Panel title={t('title')} className="room:hidden">
      {present.length === 0 ? <p className="text-text-2">{t('nobody')}</p> : <PresentList people={present} />}
    </Panel>
  );
};

const PresentList = ({ people }: { people: readonly PresentPerson[] }) => {
  const t = useTranslations('presence');
  const names = useNames();
  return (
    <ul aria-label={t('title')} className="grid gap-1.5">
      {people.map((person) => (
        <li key={person.id} className="flex min-w-0 items-center gap-2">
          <Picture person={person} size={24} />
          <span className="min-w-0 flex-1 truncate">{names(person)}</span>
          <span className="text-dense text-text-2">{t(`doing.${person.doing}`)}</span>
        </li>
      ))}
    </ul>
  );
};

/** Dimmed while idle; a dot while writing. In words it stands in the list. */
const Picture = ({ person, size }: { person: PresentPerson; size: number }) => {
  const common = useTranslations('common');
  const name = usePerson(person.id)?.name ?? common('somebody');
  const writes = person.doing === 'typing' || person.doing === 'editing';
  return (
    <span data-doing={person.doing} className="relative inline-flex rounded-full bg-surface">
      <span className={person.doing === 'idle' ? 'inline-flex opacity-45' : 'inline-flex'}>
        <Avatar name={name} size={size} />
      </span>
      {writes ? (
        <span
          aria-hidden="true"
          className="absolute -right-0.5 -bottom-0.5 size-2 rounded-full border border-surface bg-accent"
        />
      ) : null}
    </span>
  );
};

const useNames = (): ((person: PresentPerson) => string) => {
  const t = useTranslations('presence');
  const common = useTranslations('common');
  const { people } = usePeople();
  const me = useMe();
  return ({ id }) => {
    const name = people.get(id)?.name ?? common('somebody');
    return id === me.id ? t('you', { name }) : name;
  };
};
