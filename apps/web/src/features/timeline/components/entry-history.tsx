import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { useTranslations } from 'use-intl';
import { Popover } from '../../../ui/popover.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { localClock } from '../../../widgets/time-format.ts';

/** Every former text stays readable. */
export const EntryHistory = ({ entry }: { entry: WrittenEntry }) => {
  const t = useTranslations('timeline');
  const actor = useActorNames();
  const name = actor(entry.editedBy ?? entry.by);
  return (
    <Popover
      label={t('editedBy', { name })}
      popup="dialog"
      trigger={<span className="text-meta underline">{t('edited')}</span>}
      button={{ variant: 'quiet', className: '!px-0.5' }}
      className="w-96"
    >
      {() => (
        <div className="grid gap-2 p-3">
          <h3 className="font-semibold">{t('history')}</h3>
          <ol className="grid gap-2">
            {entry.history.toReversed().map((revision) => (
              <li key={revision.at} className="border-l-2 border-border pl-2">
                <p className="figures text-meta text-text-2">
                  {t('formerBy', { name: actor(revision.by), time: localClock(revision.at, true) })}
                </p>
                <p className="whitespace-pre-wrap">{revision.text}</p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Popover>
  );
};
