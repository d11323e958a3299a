import type { HistoryPage } from '@sitrep/shared/protocol/http';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useRef } from 'react';
import { closePalette, openPalette, usePaletteStore } from '../features/palette/palette-store.ts';
import { PaletteWaiting } from '../features/palette/palette-waiting.tsx';
import type { Place } from '../features/palette/items.ts';
import type { FindPast } from '../features/palette/use-past.ts';
import { request, withQuery } from '../http/request.ts';
import { useKeys } from '../ui/keys.ts';
import { lazyNamed } from '../ui/lazy-named.ts';
import { patiently } from '../ui/patiently.ts';
import { useWhenIdle } from '../ui/use-when-idle.ts';

const loadPalette = patiently(() => import('../features/palette/palette.tsx'));
const Palette = lazyNamed(loadPalette, 'Palette');

const prefetch = (): void => void loadPalette();

const PAST_SHOWN = 6;

const findPast: FindPast = async (search, signal) => {
  const query = { status: 'closed', search, limit: PAST_SHOWN };
  const page = await request<HistoryPage>('GET', withQuery('/api/v1/incidents', query), undefined, signal);
  return page.items;
};

const PATHS = {
  board: '/',
  alerts: '/alerts',
  history: '/history',
  people: '/people',
  integrations: '/settings/integrations',
  keyboard: '/settings/keyboard',
} as const;

/** The palette of every screen. Its code comes when there is nothing better to do. */
export const PaletteMount = () => {
  const navigate = useNavigate();
  const asked = usePaletteStore((state) => state.asked);
  const typedAhead = useRef('');
  useWhenIdle(prefetch);
  useKeys([{ id: 'palette', run: openPalette }], { fallback: true });
  const go = useCallback(
    (place: Place): void => {
      if (place.to === 'incident') void navigate({ to: '/incidents/$incident', params: { incident: place.key } });
      else if (place.to === 'board-of') void navigate({ to: '/', search: { q: place.text } });
      else if (place.to === 'history-of') void navigate({ to: '/history', search: { search: place.text } });
      else void navigate({ to: PATHS[place.to] });
    },
    [navigate],
  );
  const close = useCallback(() => {
    typedAhead.current = '';
    closePalette();
  }, []);
  if (asked === undefined) return null;
  return (
    <Suspense
      fallback={
        <PaletteWaiting
          onClose={close}
          onType={(text) => {
            typedAhead.current = text;
          }}
        />
      }
    >
      <Palette
        readAhead={() => typedAhead.current}
        context={asked.context}
        onClose={close}
        onGo={go}
        findPast={findPast}
      />
    </Suspense>
  );
};
