import { useTranslations } from 'use-intl';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { usePeople } from '../../../live/react.tsx';
import { useActorNames } from '../../../widgets/person.tsx';

/** Who wrote it; where somebody else said it, both. */
export const EntryAuthor = ({ entry: { by, saidBy } }: { entry: Pick<WrittenEntry, 'by' | 'saidBy'> }) => {
  const t = useTranslations('timelineView');
  const common = useTranslations('common');
  const actor = useActorNames();
  const { people } = usePeople();
  const writer = actor(by);
  if (saidBy === undefined) return <bdi className="font-medium">{writer}</bdi>;
  const said = 'name' in saidBy ? saidBy.name : (people.get(saidBy.userId)?.name ?? common('somebody'));
  return (
    <>
      <bdi className="font-medium">{said}</bdi>
      <span className="text-text-2">{t('writtenDownBy', { name: writer })}</span>
    </>
  );
};
