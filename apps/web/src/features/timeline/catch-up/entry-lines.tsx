import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import { useTranslations } from 'use-intl';
import { tipWhenCut } from '../../../ui/tip-when-cut.ts';
import { Clock } from '../../../widgets/times.tsx';
import { usePhrase } from '../use-phrase.ts';

type Props = { name: string; entries: readonly TimelineEntry[]; count: number };

/** Entries of one kind, a line each: they are read in full where they stand. */
export const EntryLines = ({ name, entries, count }: Props) => {
  const t = useTranslations('catchUp');
  const phrase = usePhrase();
  if (entries.length === 0) return null;
  const more = count - entries.length;
  return (
    <>
      <dt className="text-text-2 @max-[28rem]/card:col-span-2">{name}</dt>
      <dd className="min-w-0 @max-[28rem]/card:col-span-2">
        <ul>
          {entries.map((entry) => (
            <li key={entry.id} className="flex gap-2">
              <span className="shrink-0 whitespace-nowrap text-text-2">
                <Clock at={entry.happenedAt} seconds={false} />
              </span>
              <a
                dir="auto"
                href={`#entry-${entry.id}`}
                className="block min-w-0 truncate hover:underline"
                {...tipWhenCut}
              >
                {entry.origin === 'written' ? entry.text : phrase(entry)}
              </a>
            </li>
          ))}
        </ul>
        {more === 0 ? null : <p className="text-text-2">{t('more', { count: more })}</p>}
      </dd>
    </>
  );
};
