import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PaletteItem } from './items.ts';

export type PastIncident = { readonly id: string; readonly key: string; readonly title: string };
export type FindPast = (text: string, signal: AbortSignal) => Promise<readonly PastIncident[]>;

const QUIET_MS = 150;

/** What was typed, once whoever types pauses: the server is not asked for every letter. */
const usePaused = (text: string): string => {
  const [paused, setPaused] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : paused;
};

/** Closed incidents that the server finds, and the way to all of them. */
export const usePast = (find: FindPast, typed: string): readonly PaletteItem[] => {
  const t = useTranslations('palette');
  const text = usePaused(typed.trim());
  const { data = [] } = useQuery({
    queryKey: ['palette', 'past', text],
    queryFn: ({ signal }) => find(text, signal),
    enabled: text.length > 1,
    placeholderData: keepPreviousData,
  });
  if (typed.trim() === '') return [];
  const found = text.length > 1 ? data : [];
  return [
    ...found.map(({ id, key, title }): PaletteItem => ({
      id: `past/${id}`,
      group: 'past',
      title,
      detail: key,
      mark: { is: 'status', status: 'closed' },
      choice: { does: 'go', place: { to: 'incident', key } },
    })),
    {
      id: 'past/all',
      unasked: true,
      group: 'past',
      title: t('searchHistory', { text: typed.trim() }),
      mark: { is: 'group', group: 'past' },
      choice: { does: 'go', place: { to: 'history-of', text: typed.trim() } },
    },
  ];
};
