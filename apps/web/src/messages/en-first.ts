import { alerts } from './en/alerts.ts';
import { board } from './en/board.ts';
import { changes } from './en/changes.ts';
import { drill } from './en/drill.ts';
import { keyboard } from './en/keyboard.ts';
import { palette } from './en/palette.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';
import { undo } from './en/undo.ts';
import { words } from './en/words.ts';

/** Texts that the first paint needs: of the board, of what is around every screen, and of what anything may have to say. */
export const first = {
  ...shell,
  alerts,
  board,
  changes,
  drill,
  keyboard,
  palette,
  session,
  ui,
  undo,
  words,
} as const;
