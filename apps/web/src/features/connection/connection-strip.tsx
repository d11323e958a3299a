import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useConnection } from '../../live/react.tsx';
import { useServerNow } from '../../live/use-server-now.ts';
import { classNames } from '../../ui/class-names.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { useHeldView } from '../../widgets/held-view.ts';
import { utcClock, utcStamp } from '../../widgets/time-format.ts';

/**
 * Is what I see true now? One line in a place of its own at the lower edge: it comes and goes without moving anything,
 * and covers nothing.
 */
export const ConnectionStrip = () => {
  const t = useTranslations('connection');
  const { status, dataAsOf, caughtUp, outdated } = useConnection();
  if (outdated) return <Strip tone="warn">{t('outdatedShort')}</Strip>;
  switch (status) {
    case 'connecting':
      return (
        <Strip tone="quiet">
          <Spinner />
          {t('connecting')}
        </Strip>
      );
    case 'reconnecting':
      return (
        <Strip tone="warn">
          <Spinner />
          <span>
            {t('reconnecting')}
            <AsOf at={dataAsOf} />
          </span>
        </Strip>
      );
    case 'offline':
      return (
        <Strip tone="alarm">
          <strong className="shrink-0">
            {t('offline')}
            <AsOf at={dataAsOf} />
          </strong>
          <span className="truncate max-sm:sr-only">{t('offlineMeaning')}</span>
        </Strip>
      );
    case 'live':
      return caughtUp === 0 ? <Live /> : <Strip tone="quiet">{t('caughtUp', { count: caughtUp })}</Strip>;
  }
};

const Live = () => {
  const t = useTranslations('connection');
  const now = useServerNow();
  const held = useHeldWords();
  return (
    <div className={`${LINE} text-text-2`}>
      {held === undefined ? (
        <span aria-hidden="true" className="size-2 rounded-full bg-ok-fg forced-colors:bg-[CanvasText]" />
      ) : (
        <span aria-hidden="true" className="size-2 rounded-full border border-text-2" />
      )}
      <span className="figures truncate">{held ?? t('live')}</span>
      <span className="figures ml-auto">{utcClock(now)}</span>
    </div>
  );
};

/** What is on screen is not what is true now, though the connection is. */
const useHeldWords = (): string | undefined => {
  const past = useTranslations('past');
  const board = useTranslations('board');
  const held = useHeldView();
  if (held.past !== undefined) return past('frame', { time: utcStamp(held.past) });
  return held.paused ? board('paused', { count: 0 }) : undefined;
};

const AsOf = ({ at }: { at: number | undefined }) => {
  const t = useTranslations('connection');
  return at === undefined ? null : <span className="figures">{t('asOf', { time: utcClock(at) })}</span>;
};

const LINE =
  'flex h-7 shrink-0 items-center gap-x-2 overflow-hidden border-t border-border px-4 text-meta whitespace-nowrap max-sm:h-6 max-sm:px-3';

const TONES = {
  quiet: 'bg-raised text-text',
  warn: 'bg-sev3-bg text-sev3-fg font-medium',
  alarm: 'bg-sev1 text-on-sev1',
} as const;

const Strip = ({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) => (
  <section aria-labelledby="connection-strip-label" className={classNames(LINE, TONES[tone])}>
    <span id="connection-strip-label" className="sr-only">
      <ConnectionLabel />
    </span>
    {children}
  </section>
);

const ConnectionLabel = () => useTranslations('connection')('label');
