import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { useSettingsPlaces } from './use-settings-places.ts';

const LINK =
  'target flex items-center gap-2 rounded-m px-2.5 py-1 text-text-2 hover:bg-raised hover:text-text aria-[current=page]:bg-raised aria-[current=page]:font-medium aria-[current=page]:text-text';

export const SettingsLinks = () => {
  const t = useTranslations('settings');
  return (
    <nav aria-label={t('nav')} className="flex flex-col gap-0.5 border-r border-border px-2 pb-4">
      {useSettingsPlaces().map(({ title, places }) => (
        <Fragment key={title}>
          <p className="px-2.5 pt-3 pb-1 text-meta font-medium text-text-2">{title}</p>
          {places.map(({ to, name, hasDraft }) => (
            <Link key={to} to={to} className={LINK}>
              {name}
              {hasDraft ? (
                <span title={t('hasDraft')} className="size-2 shrink-0 rounded-full bg-accent">
                  <span className="sr-only">{t('hasDraft')}</span>
                </span>
              ) : null}
            </Link>
          ))}
        </Fragment>
      ))}
    </nav>
  );
};
