import { SECTION_NAMES } from '@sitrep/shared/settings/values';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { settingsDrafts } from '../features/settings/drafts.ts';
import { SECTION_PATHS } from '../features/settings/section-names.ts';
import { useMay } from '../widgets/gate.ts';

/** All settings in one list beside them, or above where there is no room beside. */
export const SettingsFrame = ({ children }: { children: ReactNode }) => (
  <div className="grid min-h-full content-start lg:grid-cols-[13rem_minmax(0,1fr)] lg:content-stretch">
    <SettingsNav />
    <div className="min-w-0">{children}</div>
  </div>
);

const LINK =
  'target flex items-center gap-2 rounded-m px-2.5 py-1 whitespace-nowrap text-text-2 hover:bg-raised hover:text-text aria-[current=page]:bg-raised aria-[current=page]:font-medium aria-[current=page]:text-text';
const HEAD = 'px-2.5 pt-3 pb-1 text-meta font-medium text-text-2 max-lg:hidden';

const SettingsNav = () => {
  const t = useTranslations('settings');
  const drafts = useStore(settingsDrafts);
  const administers = useMay('integration.manage');
  const list = useRef<HTMLElement>(null);
  const pathname = useLocation({ select: (location) => location.pathname });
  // Above, the list is a strip that may be longer than the screen is wide.
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav
      ref={list}
      aria-label={t('nav')}
      className="flex gap-0.5 border-border max-lg:overflow-x-auto max-lg:border-b max-lg:px-3 max-lg:py-1.5 lg:flex-col lg:border-r lg:px-2 lg:pb-4"
    >
      <p className={HEAD}>{t('response')}</p>
      {SECTION_NAMES.map((section) => (
        <Link
          key={section}
          to="/settings/response/$section"
          params={{ section: SECTION_PATHS[section] }}
          className={LINK}
        >
          {t(`section.${section}`)}
          {drafts[section] === undefined ? null : (
            <span title={t('hasDraft')} className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{t('hasDraft')}</span>
            </span>
          )}
        </Link>
      ))}
      <p className={HEAD}>{t('others')}</p>
      {administers ? (
        <Link to="/settings/integrations" className={LINK}>
          {t('integrations')}
        </Link>
      ) : null}
      <Link to="/settings/keyboard" className={LINK}>
        {t('keyboard')}
      </Link>
    </nav>
  );
};
