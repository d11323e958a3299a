import type { HistoryPage } from '@sitrep/shared/protocol/http';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { closePalette, openPalette, usePaletteStore } from '../features/palette/palette-store.ts';
import { PaletteWaiting } from '../features/palette/palette-waiting.tsx';
import { isSettingsPlace, type Place } from '../features/palette/items.ts';
import type { FindPast } from '../features/palette/use-past.ts';
import { request, withQuery } from '../http/request.ts';
import { useKeys } from '../ui/keys.ts';
import { landAt } from '../ui/layers.ts';
import { later } from '../ui/later.ts';
import { useWhenIdle } from '../ui/use-when-idle.ts';

const palette = later(() => import('../features/palette/palette.tsx'));

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
  const parts = palette.use(asked !== undefined);
  const typedAhead = useRef('');
  useWhenIdle(palette.load);
  useKeys([{ id: 'palette', run: openPalette }], { fallback: true });
  const go = useCallback(
    (place: Place): void => {
      landAt(() => document.getElementById('main'));
      if (place.to === 'incident') void navigate({ to: '/incidents/$incident', params: { incident: place.key } });
      else if (place.to === 'board-of') void navigate({ to: '/', search: { q: place.text } });
      else if (place.to === 'history-of') void navigate({ to: '/history', search: { search: place.text } });
      else if (isSettingsPlace(place.to))
        void navigate({ to: '/settings/response/$section', params: { section: place.to } });
      else void navigate({ to: PATHS[place.to] });
    },
    [navigate],
  );
  const close = useCallback(() => {
    typedAhead.current = '';
    closePalette();
  }, []);
  if (asked === undefined) return null;
  if (parts === undefined) {
    return (
      <PaletteWaiting
        onClose={close}
        onType={(text) => {
          typedAhead.current = text;
        }}
      />
    );
  }
  return (
    <parts.Palette
      readAhead={() => typedAhead.current}
      context={asked.context}
      onClose={close}
      onGo={go}
      findPast={findPast}
    />
  );
};
