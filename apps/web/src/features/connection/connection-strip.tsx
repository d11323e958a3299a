import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useConnection } from '../../live/react.tsx';
import type { ConnectionState } from '../../live/live-client.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { utcClock } from '../../widgets/time-format.ts';

/** Live shows nothing. Everything else says how old the data is. */
export const ConnectionStrip = () => {
  const t = useTranslations('connection');
  const common = useTranslations('common');
  const connection = useConnection();
  /** The restore that was read about already. */
  const [seen, setSeen] = useState<number>();
  if (connection.outdated) {
    return (
      <Strip tone="warn">
        {t('outdated')}
        <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
      </Strip>
    );
  }
  switch (connection.status) {
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
            <AsOf at={connection.dataAsOf} />
          </span>
        </Strip>
      );
    case 'offline':
      return (
        <Strip tone="alarm">
          <strong>
            {t('offline')}
            <AsOf at={connection.dataAsOf} />
          </strong>
          <span>{t('offlineMeaning')}</span>
        </Strip>
      );
    case 'live':
      if (connection.wentBackAt !== undefined && connection.wentBackAt !== seen) {
        return (
          <Strip tone="warn">
            <span className="figures">{t('wentBack', { time: utcClock(connection.wentBackAt) })}</span>
            <Button onClick={() => setSeen(connection.wentBackAt)}>{common('dismiss')}</Button>
          </Strip>
        );
      }
      return connection.caughtUp === 0 ? null : (
        <Strip tone="quiet">{t('caughtUp', { count: connection.caughtUp })}</Strip>
      );
  }
};

const AsOf = ({ at }: { at: number | undefined }) => {
  const t = useTranslations('connection');
  return at === undefined ? null : <span className="figures">{t('asOf', { time: utcClock(at) })}</span>;
};

const TONES = {
  quiet: 'bg-raised text-text-2',
  warn: 'bg-sev3-bg text-sev3-fg',
  alarm: 'bg-sev1-bg text-sev1-fg',
} as const;

const Strip = ({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) => (
  <section
    aria-labelledby="connection-strip-label"
    className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-4 py-1.5 text-dense ${TONES[tone]}`}
  >
    <span id="connection-strip-label" className="sr-only">
      <ConnectionLabel />
    </span>
    {children}
  </section>
);

const ConnectionLabel = () => useTranslations('connection')('label');

/** There from the first render: a live region that arrives together with its text is often not read out. */
export const ConnectionAnnouncer = () => {
  const t = useTranslations('connection');
  const { status } = useConnection();
  const [before, setBefore] = useState<ConnectionState['status']>(status);
  const [said, setSaid] = useState<'nothing' | 'lost' | 'back'>('nothing');
  if (status !== before) {
    setBefore(status);
    if (status === 'offline') setSaid('lost');
    else if (status === 'live' && said === 'lost') setSaid('back');
  }
  return (
    <p className="sr-only" role="alert">
      {said === 'lost' ? t('lost') : said === 'back' ? t('back') : ''}
    </p>
  );
};
