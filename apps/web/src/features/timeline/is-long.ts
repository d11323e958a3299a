const LINES = 16;
const CHARACTERS = 1_500;

/** Too long to stand among other entries whole: a pasted log, say. */
export const isLong = (text: string): boolean => text.length > CHARACTERS || text.split('\n', LINES + 1).length > LINES;
