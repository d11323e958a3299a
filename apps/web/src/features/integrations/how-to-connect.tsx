import type { AlertSource } from '@sitrep/shared/alerts/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../live/react.tsx';
import { Snippet } from '../../ui/snippet.tsx';
import { alertmanagerCurl, alertmanagerReceiver, genericCurl, TOKEN_PLACEHOLDER } from './snippets.ts';

/** `token`: shown right after it was made; a placeholder stands for it later. */
export const HowToConnect = ({ source, token }: { source: AlertSource; token: string | undefined }) => {
  const t = useTranslations('integrations');
  const { serverNow } = useLiveClient();
  const [openedAt] = useState(serverNow);
  const { origin } = window.location;
  const known = token ?? TOKEN_PLACEHOLDER;
  return (
    <div className="grid gap-4">
      {token === undefined ? null : (
        <>
          <p className="rounded-m border border-sev3-fg bg-sev3-bg px-3 py-2">{t('tokenOnce')}</p>
          <Snippet label={t('token')} text={token} />
        </>
      )}
      {source === 'alertmanager' ? (
        <>
          <Snippet label={t('receiver')} text={alertmanagerReceiver(origin, known)} />
          <Snippet label={t('curl')} text={alertmanagerCurl(origin, known, openedAt)} />
        </>
      ) : (
        <Snippet label={t('curl')} text={genericCurl(origin, known)} />
      )}
    </div>
  );
};
