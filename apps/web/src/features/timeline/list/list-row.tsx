import type { VirtualItem } from '@tanstack/react-virtual';
import type { ReactNode, Ref } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '../../../ui/class-names.ts';
import { localClock, localDay } from '../../../widgets/time-format.ts';
import { useAgeWords } from '../../../widgets/use-words-of-time.ts';
import type { Row } from '../arrange.ts';

type Slot = { readonly item: VirtualItem; readonly measure: Ref<HTMLLIElement> };

/** Where an entry goes. The list positions it; drawing it again costs next to nothing. */
export const EntrySlot = ({
  item,
  measure,
  id,
  of,
  children,
}: Slot & { id: string; of: number; children: ReactNode }) => (
  <li
    ref={measure}
    id={`entry-${id}`}
    data-index={item.index}
    data-entry={id}
    aria-posinset={item.index}
    aria-setsize={of}
    tabIndex={-1}
    className="group absolute inset-x-0 -outline-offset-2"
  >
    {children}
  </li>
);

type SeparatorRow = Exclude<Row<unknown>, { kind: 'entry' }>;

/** Days, hours without entries, and what came since the reader left. */
export const Separator = ({ row, item, measure }: Slot & { row: SeparatorRow }) => (
  <li
    ref={measure}
    data-index={item.index}
    className={classNames(
      'absolute inset-x-0 flex h-8 items-center gap-3 px-3 text-meta',
      row.kind === 'since' ? 'font-medium text-accent' : 'text-text-2',
    )}
  >
    <SeparatorWords row={row} />
    <span
      aria-hidden="true"
      className={classNames(
        'flex-1',
        row.kind === 'since' ? 'h-0.5 bg-accent' : row.kind === 'day' && 'h-px bg-border',
      )}
    />
  </li>
);

const SeparatorWords = ({ row }: { row: SeparatorRow }) => {
  const t = useTranslations('timelineView');
  const age = useAgeWords();
  switch (row.kind) {
    case 'day':
      return <DayName at={row.at} />;
    case 'gap':
      return <span className="pl-16 italic max-sm:pl-12">{t('gap', { time: age(row.ms) })}</span>;
    case 'since':
      return <span className="figures">{t('sinceYouLeft', { time: localClock(row.at) })}</span>;
  }
};

export const DayName = ({ at }: { at: number }) => {
  const format = useFormatter();
  return (
    <time dateTime={localDay(at)} className="font-medium">
      {format.dateTime(new Date(at), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
    </time>
  );
};
