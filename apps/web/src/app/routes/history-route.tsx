import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { HistoryPage } from '../../features/history/history-page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';

export const HistoryRoute = () => {
  const t = useTranslations('history');
  const { search } = useSearch({ from: '/signed-in/history' });
  const navigate = useNavigate();
  const { hash } = useLocation();
  useDocumentTitle(t('title'));
  // The key for searching leads here with the field's id.
  useEffect(() => {
    if (hash === 'history-search') document.getElementById(hash)?.focus();
  }, [hash]);
  const onSearch = useCallback(
    (next: string) => void navigate({ to: '/history', search: next === '' ? {} : { search: next }, replace: true }),
    [navigate],
  );
  return <HistoryPage search={search ?? ''} onSearch={onSearch} />;
};
