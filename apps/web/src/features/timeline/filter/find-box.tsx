import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../../ui/button.tsx';
import { useKeyHint } from '../../../ui/keys.ts';
import { isComposing } from '../../../ui/keys/composing.ts';
import { useMediaQuery } from '../../../ui/use-media-query.ts';
import type { Matches } from './use-matches.ts';

type Props = {
  box: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  matches: Matches;
};

/** Finds in all entries, also in those that are not drawn: the browser's own search sees only what is. */
export const FindBox = ({ box, query, onQuery, matches }: Props) => {
  const t = useTranslations('timelineView');
  const key = useKeyHint('search');
  const wide = useMediaQuery('(min-width: 56.25rem)');
  const { count, place, older, newer } = matches;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && count > 0) {
      event.preventDefault();
      if (event.shiftKey) newer();
      else older();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onQuery('');
      event.currentTarget.blur();
    }
  };
  return (
    <search className="flex min-w-0 flex-1 items-center gap-0.5 @min-[35rem]/bar:max-w-60 @min-[35rem]/bar:has-[output]:max-w-80">
      <span className="target relative flex min-w-20 flex-1 items-center rounded-m border border-border bg-surface focus-within:border-accent">
        <Search size={14} aria-hidden className="absolute left-2 text-text-2" />
        <input
          ref={box}
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('search')}
          placeholder={key === undefined || !wide ? t('searchShort') : `${t('searchShort')} (${key})`}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
          className="w-full min-w-0 self-stretch rounded-m bg-transparent py-1 pr-2 pl-7 text-dense"
        />
      </span>
      {query.trim() === '' ? null : (
        <>
          <output className="figures shrink-0 px-1 text-meta text-text-2">
            {t('matches', { count, current: place })}
          </output>
          <IconButton label={t('previous')} icon={<ChevronUp size={16} aria-hidden />} onClick={older} />
          <IconButton label={t('next')} icon={<ChevronDown size={16} aria-hidden />} onClick={newer} />
          <IconButton label={t('clearSearch')} icon={<X size={16} aria-hidden />} onClick={() => onQuery('')} />
        </>
      )}
    </search>
  );
};
