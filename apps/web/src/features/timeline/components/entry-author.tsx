import { useTranslations } from 'use-intl';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useActorNames, useSpeakers } from '../../../widgets/person.tsx';

/** Who wrote it; where somebody else said it, both. */
export const EntryAuthor = ({ entry }: { entry: Pick<WrittenEntry, 'by' | 'saidBy'> }) => {
  const t = useTranslations('timelineView');
  const actor = useActorNames();
  const speaker = useSpeakers();
  return (
    <>
      <bdi className="font-medium">{speaker(entry)}</bdi>
      {entry.saidBy === undefined ? null : (
        <span className="text-text-2">{t('writtenDownBy', { name: actor(entry.by) })}</span>
      )}
    </>
  );
};
