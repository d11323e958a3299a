import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

/** The key for searching leads to it. */
export const BOARD_SEARCH = 'board-search';

type Props = { text: string; onText: (text: string) => void };

/** Filters while typing. */
export const BoardSearch = ({ text, onText }: Props) => {
  const t = useTranslations('board');
  const field = useRef<HTMLInputElement>(null);
  // The address follows what is typed a little later: whoever types is not written over.
  useEffect(() => {
    const { current } = field;
    if (current !== null && current !== document.activeElement) current.value = text;
  }, [text]);
  return (
    <search className="relative block max-sm:w-full">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-text-2"
      />
      <input
        ref={field}
        id={BOARD_SEARCH}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        maxLength={200}
        defaultValue={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.currentTarget.value === '') event.currentTarget.blur();
        }}
        className="target w-56 rounded-m border border-border bg-surface py-1 pr-2 pl-7 text-dense max-sm:w-full"
      />
    </search>
  );
};
