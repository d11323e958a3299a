import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { useStore } from 'zustand';
import { forgetSettingsDrafts } from '../features/settings/drafts-store.ts';
import { formatLocaleOf, texts, type Locale } from '../messages/messages.ts';
import { CommandProblem } from '../live/command-problem.ts';
import type { ConnectionState, SessionState } from '../live/live-client.ts';
import { createLiveClient } from '../live/create-live-client.ts';
import { LiveProvider } from '../live/react.tsx';
import { partsComeWhile } from '../ui/patiently.ts';
import { dismissAllToasts } from '../ui/toast.ts';
import { createAppRouter } from './router.tsx';

/** A refusal stays one; only silence may end. */
const retryUnreachable = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof CommandProblem && error.code === 'unavailable';

const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry: retryUnreachable, networkMode: 'always' },
      mutations: { networkMode: 'always', retry: 0 },
    },
  });

const readerOf = (session: SessionState): string | undefined =>
  session.status === 'signed-in' ? session.me.id : undefined;

const isLost = (status: ConnectionState['status']): boolean => status === 'reconnecting' || status === 'offline';

export const App = ({ locale }: { locale: Locale }) => {
  const messages = useStore(texts);
  const [client] = useState(() => createLiveClient());
  const [queries] = useState(createQueryClient);
  const [router] = useState(createAppRouter);
  useEffect(() => partsComeWhile(() => !isLost(client.connection.getState().status)), [client]);
  // Somebody else may sign in next, in the same page: what was read and said here is none of their business.
  useEffect(
    () =>
      client.session.subscribe((now, before) => {
        if (readerOf(before) === undefined || readerOf(now) === readerOf(before)) return;
        queries.getQueryCache().clear();
        dismissAllToasts();
        forgetSettingsDrafts();
      }),
    [client, queries],
  );
  return (
    <IntlProvider
      locale={formatLocaleOf(locale, navigator.languages)}
      // Parts that come later are shown once their texts are there.
      messages={messages}
      timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      <QueryClientProvider client={queries}>
        <LiveProvider client={client}>
          <RouterProvider router={router} />
        </LiveProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
};
