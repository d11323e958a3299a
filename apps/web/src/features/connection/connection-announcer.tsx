import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConnection } from '../../live/react.tsx';
import type { ConnectionState } from '../../live/live-client.ts';
import { dismissToast, showToast } from '../../ui/toast.ts';
import { utcClock } from '../../widgets/time-format.ts';
import { useReloadWhenIdle } from './use-reload-when-idle.ts';

const OUTDATED = 'outdated';

const reload = (): void => window.location.reload();

/** There from the first render: a live region that arrives together with its text is often not read out. */
export const ConnectionAnnouncer = () => {
  const t = useTranslations('connection');
  const { status, outdated, wentBackAt } = useConnection();
  const [before, setBefore] = useState<ConnectionState['status']>(status);
  const [said, setSaid] = useState<'nothing' | 'lost' | 'back'>('nothing');
  if (status !== before) {
    setBefore(status);
    if (status === 'offline') setSaid('lost');
    else if (status === 'live' && said === 'lost') setSaid('back');
  }
  useReloadWhenIdle(outdated, reload);
  useEffect(() => {
    if (!outdated) return undefined;
    const lastsMs = Number.POSITIVE_INFINITY;
    showToast({ id: OUTDATED, title: t('outdated'), lastsMs, action: { label: t('reload'), run: reload } });
    return () => dismissToast(OUTDATED);
  }, [outdated, t]);
  useEffect(() => {
    if (wentBackAt === undefined) return;
    const title = t('wentBack', { time: utcClock(wentBackAt) });
    showToast({ id: 'went-back', title, tone: 'alarm', lastsMs: Number.POSITIVE_INFINITY });
  }, [wentBackAt, t]);
  return (
    <p className="sr-only" role="alert">
      {said === 'lost' ? t('lost') : said === 'back' ? t('back') : ''}
    </p>
  );
};
