import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';

export const NotFoundRoute = () => {
  const t = useTranslations('page');
  return <NotFound title={t('notFound')} meaning={t('notFoundMeaning')} />;
};

/** Says what is missing, and offers the search. */
export const NotFound = ({ title, meaning }: { title: string; meaning: string }) => {
  const t = useTranslations('page');
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  useDocumentTitle(title);
  return (
    <div className="mx-auto grid max-w-lg gap-3 px-4 py-12">
      <h1 className="text-title font-semibold">{title}</h1>
      <p className="text-text-2">{meaning}</p>
      <search>
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({ to: '/history', search: { search } });
          }}
        >
          <div className="min-w-0 flex-1">
            <TextField
              type="search"
              label={t('searchLabel')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <Button type="submit">{t('search')}</Button>
        </form>
      </search>
      <Link to="/" className="justify-self-start text-accent underline underline-offset-2">
        {t('toBoard')}
      </Link>
    </div>
  );
};
