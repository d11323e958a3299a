import * as z from 'zod/mini';

/** A text being written, and the one that its writer began with. */
const TextDraft = z.object({ text: z.string(), base: z.optional(z.string()) });
export type TextDraft = z.output<typeof TextDraft>;

/** A stored draft. What an older page kept is text alone: what it was written over is not known. */
export const parseTextDraft = (stored: string | undefined): TextDraft | undefined => {
  if (stored === undefined) return undefined;
  try {
    return TextDraft.parse(JSON.parse(stored));
  } catch {
    return { text: stored };
  }
};

/** Whether somebody else's text stands where the writer's would go, and is another. */
export const isOvertaken = ({ text, base }: TextDraft, current: string): boolean =>
  base !== current && text.trimEnd() !== current;
