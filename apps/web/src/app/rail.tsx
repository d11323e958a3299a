import { Link, type LinkProps } from '@tanstack/react-router';
import { Bell, History, LayoutList, Plus, Search, Settings, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { firingCount } from '../features/alerts/alert-groups.ts';
import { UnsentMenu } from '../features/connection/unsent-menu.tsx';
import { openDeclare } from '../features/incidents/declare-store.ts';
import { openPalette } from '../features/palette/palette-store.ts';
import { MeMenu } from '../features/session/me-menu.tsx';
import { useAlerts } from '../live/react.tsx';
import { Button } from '../ui/button.tsx';
import { useAriaKeys, useKeyHint } from '../ui/keys.ts';
import { useGate, useMay } from '../widgets/gate.ts';

/** Whole words, as large as all of them fit below a phone; a narrower one has the icons alone. */
const LABEL = 'text-meta whitespace-nowrap max-sm:text-[0.6875rem] max-[23rem]:sr-only';

/** A slim rail beside, or a bar below where the thumb is. */
export const Rail = ({ onShowKeys }: { onShowKeys: () => void }) => {
  const t = useTranslations('nav');
  const administers = useMay('integration.manage');
  const blocked = useGate('incident.declare');
  const declareKeys = useKeyHint('declare');
  return (
    <nav
      aria-label={t('label')}
      className="flex items-stretch gap-0.5 max-[23rem]:gap-0 border-border bg-surface max-sm:row-start-2 max-sm:justify-between max-sm:border-t max-sm:px-1 max-sm:pb-[env(safe-area-inset-bottom)] sm:flex-col sm:border-r sm:px-1.5 sm:py-2"
    >
      <Button
        variant="primary"
        blocked={blocked}
        title={t('declareHint')}
        data-tip-keys={declareKeys}
        onClick={() => openDeclare()}
        className="!flex-col !gap-0 !px-1 max-sm:order-3 max-sm:min-w-11 max-[23rem]:min-w-9 max-sm:!px-0.5 max-sm:my-1 sm:mb-2"
      >
        <Plus size={18} aria-hidden />
        <span className={LABEL}>{t('declare')}</span>
      </Button>
      <PaletteButton />
      <RailLink to="/" label={t('board')} icon={<LayoutList size={18} aria-hidden />} className="max-sm:order-1" />
      <RailLink to="/alerts" label={t('alerts')} icon={<AlertsIcon />} className="max-sm:order-2" />
      <RailLink
        to="/history"
        label={t('history')}
        icon={<History size={18} aria-hidden />}
        className="max-sm:order-4"
      />
      <RailLink to="/people" label={t('people')} icon={<Users size={18} aria-hidden />} className="max-sm:order-5" />
      {administers ? (
        <RailLink
          to="/settings"
          label={t('settings')}
          icon={<Settings size={18} aria-hidden />}
          className="max-sm:order-6"
        />
      ) : null}
      <div className="flex items-center gap-1 max-sm:order-7 sm:mt-auto sm:flex-col">
        <UnsentMenu />
        <MeMenu onShowKeys={onShowKeys} />
      </div>
    </nav>
  );
};

const PaletteButton = () => {
  const t = useTranslations('palette');
  const nav = useTranslations('nav');
  return (
    <Button
      variant="quiet"
      title={t('open')}
      data-tip-keys={useKeyHint('palette')}
      aria-keyshortcuts={useAriaKeys('palette')}
      onClick={openPalette}
      className="!flex-col !gap-0 !px-1 !py-1.5 max-sm:order-3 max-sm:min-w-9 max-[23rem]:min-w-7 max-sm:!px-0"
    >
      <Search size={18} aria-hidden />
      <span className={LABEL}>{nav('search')}</span>
    </Button>
  );
};

type RailLinkProps = { to: NonNullable<LinkProps['to']>; label: string; icon: ReactNode; className: string };

const RailLink = ({ to, label, icon, className }: RailLinkProps) => (
  <Link
    to={to}
    activeOptions={{ exact: to === '/', includeSearch: false }}
    className={`target flex flex-col max-sm:min-w-9 max-[23rem]:min-w-7 max-sm:px-0 items-center justify-center rounded-m px-1 py-1.5 text-text-2 hover:bg-raised hover:text-text aria-[current=page]:bg-raised aria-[current=page]:font-medium aria-[current=page]:text-text ${className}`}
  >
    {icon}
    <span className={LABEL}>{label}</span>
  </Link>
);

const AlertsIcon = () => {
  const t = useTranslations('nav');
  const { rows } = useAlerts();
  const firing = firingCount(rows);
  return (
    <span className="relative">
      <Bell size={18} aria-hidden />
      {firing === 0 ? null : (
        <span
          title={t('firing', { count: firing })}
          className="figures absolute -top-2 left-2.5 min-w-4 rounded-full whitespace-nowrap bg-text px-1 text-center text-meta leading-4 font-semibold text-surface"
        >
          {firing > 99 ? '99+' : firing}
          <span className="sr-only"> {t('firing', { count: firing })}</span>
        </span>
      )}
    </span>
  );
};
