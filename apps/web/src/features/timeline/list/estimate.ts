import type { RoomEntry } from '../../../live/live-client.ts';

const LINE_PX = 20;
const FRAME_PX = 12;
const HEADER_PX = 28;
const CHARACTER_PX = 7;
/** Times, icons and the edges beside the text. */
const BESIDE_PX = 150;
const LINES_SHOWN = 12;

/** How high a row will probably be. What is wrong about it is put right when the row is drawn. */
export const estimatedHeight = (entry: RoomEntry, width: number): number => {
  if (entry.origin === 'recorded') return FRAME_PX + HEADER_PX;
  const perLine = Math.max(20, Math.min(80, (width - BESIDE_PX) / CHARACTER_PX));
  const lines = entry.retracted === undefined ? Math.min(LINES_SHOWN, linesOf(entry.text, perLine)) : 1;
  const files = entry.attachments === undefined ? 0 : 120;
  return FRAME_PX + HEADER_PX + lines * LINE_PX + files;
};

const linesOf = (text: string, perLine: number): number => {
  // Long texts are folded: their end makes no difference.
  let lines = 0;
  let from = 0;
  while (lines < LINES_SHOWN && from <= text.length) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    lines += Math.max(1, Math.ceil((to - from) / perLine));
    from = to + 1;
  }
  return lines;
};
