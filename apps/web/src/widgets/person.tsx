import { userIdOf } from '@sitrep/shared/kernel/actor';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople, usePerson } from '../live/react.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { usePast } from './past.ts';

export const PersonName = ({ id }: { id: UserId }) => {
  const t = useTranslations('common');
  const person = usePerson(id);
  return <span title={person === undefined ? undefined : `@${person.handle}`}>{person?.name ?? t('somebody')}</span>;
};

type ChipProps = { id: UserId; size?: number; /** Only the first word of the name. */ brief?: boolean };

export const PersonChip = ({ id, size = 24, brief = false }: ChipProps) => {
  const t = useTranslations('common');
  const person = usePerson(id);
  const isActive = useIsActive();
  const name = person?.name ?? t('somebody');
  return (
    <span
      className="inline-flex min-w-0 items-center gap-1.5"
      title={person === undefined ? undefined : `${name} (@${person.handle})`}
    >
      <Avatar name={name} size={size} />
      <span className="truncate">{brief ? name.split(' ', 1) : name}</span>
      {isActive(id) ? null : (
        <span className="shrink-0 text-meta whitespace-nowrap text-text-2 italic">{t('left')}</span>
      )}
    </span>
  );
};

const everybody = (): boolean => true;

/** Who can act in a role. Of the past it is not known who had left by then. */
export const useIsActive = (): ((id: UserId) => boolean) => {
  const { people } = usePeople();
  const past = usePast() !== undefined;
  return useMemo(() => (past ? everybody : (id: UserId) => people.get(id)?.active !== false), [people, past]);
};

/** What people are called, also those whom nobody knows any more. */
export const usePersonNames = (): ((id: UserId | undefined) => string) => {
  const t = useTranslations('common');
  const { people } = usePeople();
  return useCallback((id) => (id === undefined ? undefined : people.get(id)?.name) ?? t('somebody'), [people, t]);
};

/** The name behind whoever caused an event: a person, a monitoring tool, a script, or Sitrep itself. */
export const useActorNames = (): ((ref: ActorRef) => string) => {
  const t = useTranslations('common');
  const { people } = usePeople();
  return useCallback(
    (ref) => {
      const id = userIdOf(ref);
      if (id !== undefined) return people.get(id)?.name ?? t('somebody');
      if (ref === 'system/admin-token') return t('adminScript');
      return ref.startsWith('integration/') ? t('monitoring') : t('sitrep');
    },
    [people, t],
  );
};

/** Who said what was written down: where that was somebody else than the writer, they. */
export const useSpeakers = (): ((entry: Pick<WrittenEntry, 'by' | 'saidBy'>) => string) => {
  const t = useTranslations('common');
  const actor = useActorNames();
  const { people } = usePeople();
  return useCallback(
    ({ by, saidBy }) => {
      if (saidBy === undefined) return actor(by);
      return 'name' in saidBy ? saidBy.name : (people.get(saidBy.userId)?.name ?? t('somebody'));
    },
    [actor, people, t],
  );
};

/** Those who may hold a role, by name. */
export const assignable = (people: ReadonlyMap<UserId, PersonRow>): readonly PersonRow[] =>
  [...people.values()]
    .filter(({ active, role }) => active && role !== 'viewer' && role !== 'manager')
    .toSorted((a, b) => a.name.localeCompare(b.name));
