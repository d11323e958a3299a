import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { BOARD_SEARCH } from '../features/board/board-search.tsx';
import { ConnectionAnnouncer } from '../features/connection/connection-announcer.tsx';
import { ConnectionStrip } from '../features/connection/connection-strip.tsx';
import { UndoToasts } from '../features/undo/undo-toasts.tsx';
import { closeDeclare, openDeclare, useDeclareStore } from '../features/incidents/declare-store.ts';
import { useConnection } from '../live/react.tsx';
import { useKeys } from '../ui/keys.ts';
import { showToast } from '../ui/toast.ts';
import { UiLayers } from '../ui/ui-layers.tsx';
import { useDropGuard } from '../ui/use-drop-guard.ts';
import { useWhenIdle } from '../ui/use-when-idle.ts';
import { later } from '../ui/later.ts';
import { landAt } from '../ui/layers.ts';
import { TypeAhead } from '../ui/type-ahead.tsx';
import { useWritingGate } from '../widgets/gate.ts';
import { loadRoom } from './load-room.ts';
import { PaletteMount } from './palette-mount.tsx';
import { Rail } from './rail.tsx';

const declareDialog = later(() => import('../features/incidents/components/declare-dialog.tsx'));
const keysOverlay = later(() => import('../features/shortcuts/keys-overlay.tsx'));

/** In an incident nobody waits for code to arrive. */
const loadWhatComesNext = (): void => {
  declareDialog.load();
  void loadRoom();
};

export const Shell = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('nav');
  const keyboard = useTranslations('keyboard');
  const navigate = useNavigate();
  const { status } = useConnection();
  const forbidden = useWritingGate('incident.declare');
  const [showKeys, setShowKeys] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const declaring = useDeclareStore((state) => state.asked);
  const declare = declareDialog.use(declaring !== undefined);
  const keys = keysOverlay.use(showKeys);
  useWhenIdle(loadWhatComesNext);
  useDropGuard();

  // What had the focus is gone with its page: readers begin at the new one, and nobody else is moved.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);

  const search = (): void => {
    const onBoard = document.getElementById(BOARD_SEARCH);
    if (onBoard === null) void navigate({ to: '/history', hash: 'history-search' });
    else onBoard.focus();
  };
  useKeys(
    [
      {
        id: 'declare',
        run: () => {
          if (forbidden === undefined) openDeclare();
          else showToast({ id: 'why', title: `${keyboard('does.declare')}: ${forbidden}` });
        },
      },
      { id: 'go-board', run: () => void navigate({ to: '/' }) },
      { id: 'go-alerts', run: () => void navigate({ to: '/alerts' }) },
      { id: 'go-history', run: () => void navigate({ to: '/history' }) },
      { id: 'go-people', run: () => void navigate({ to: '/people' }) },
      { id: 'go-settings', run: () => void navigate({ to: '/settings/keyboard' }) },
      { id: 'search', run: search, label: keyboard(pathname === '/' ? 'searchBoard' : 'searchPast') },
      { id: 'show-keys', run: () => setShowKeys(true) },
    ],
    { fallback: true },
  );

  return (
    <div className="grid h-[calc(100dvh-var(--above,0px))] grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] sm:grid-cols-[4.75rem_minmax(0,1fr)] sm:grid-rows-[minmax(0,1fr)]">
      <a href="#main" className="absolute -top-20 left-2 z-20 rounded-m bg-accent px-3 py-2 text-on-accent focus:top-2">
        {t('skip')}
      </a>
      <Rail onShowKeys={() => setShowKeys(true)} />
      <div className="flex min-h-0 min-w-0 flex-col max-sm:row-start-1">
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className={`min-h-0 flex-1 overflow-y-auto outline-none ${status === 'offline' ? 'grayscale-75' : ''}`}
        >
          {children}
        </main>
        <ConnectionStrip />
      </div>
      <ConnectionAnnouncer />
      <UiLayers />
      <PaletteMount />
      <UndoToasts />
      {declaring === undefined ? null : declare === undefined ? (
        <TypeAhead onClose={closeDeclare} />
      ) : (
        <declare.DeclareDialog
          alert={declaring.alert}
          onDeclared={(incident) => {
            // What opened the dialog belongs to the page before; the room's keys work from here.
            landAt(() => main.current);
            void navigate({ to: '/incidents/$incident', params: { incident } });
          }}
        />
      )}
      {showKeys && keys !== undefined ? <keys.KeysOverlay onClose={() => setShowKeys(false)} /> : null}
    </div>
  );
};
