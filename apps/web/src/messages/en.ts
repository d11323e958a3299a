import { alerts } from './en/alerts.ts';
import { board } from './en/board.ts';
import { brief } from './en/brief.ts';
import { changes } from './en/changes.ts';
import { drill } from './en/drill.ts';
import { files } from './en/files.ts';
import { catchUp } from './en/catch-up.ts';
import { history } from './en/history.ts';
import { incident } from './en/incident.ts';
import { integrations } from './en/integrations.ts';
import { keyboard } from './en/keyboard.ts';
import { palette } from './en/palette.ts';
import { paste } from './en/paste.ts';
import { people } from './en/people.ts';
import { phrases } from './en/phrases.ts';
import { presence } from './en/presence.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import { timeline } from './en/timeline.ts';
import { timelineView } from './en/timeline-view.ts';
import { ui } from './en/ui.ts';
import { undo } from './en/undo.ts';
import { words } from './en/words.ts';
import { writing } from './en/writing.ts';

/** Every text on screen. Other languages have the same keys. */
export const en = {
  ...shell,
  words,
  presence,
  session,
  board,
  brief,
  changes,
  drill,
  incident,
  timeline,
  timelineView,
  catchUp,
  phrases,
  alerts,
  history,
  palette,
  undo,
  people,
  integrations,
  ui,
  keyboard,
  writing,
  files,
  paste,
} as const;

declare module 'use-intl' {
  interface AppConfig {
    /** English types the keys, and the values that each text takes. */
    Messages: typeof en;
    Locale: 'en' | `en-${string}`;
  }
}
