// What stands before a colon in notes, and is nobody's name.
const NO_NAMES = new Set(
  (
    'action actions alert alerts cause change changes conclusion customer customers debug decided decision error errors ' +
    'eta fatal finding findings fix fixed fyi https http impact info issue mitigation next note notes plan problem ps ' +
    'question re reason result results resolved root status summary symptom symptoms todo trace update updates warn ' +
    'warning workaround'
  ).split(' '),
);

const WORD = /^[@+~&%]?\p{L}[\p{L}\p{N}\p{M}._'’-]*$/u;
const LONGEST = 60;

const wordsOf = (text: string): readonly string[] => text.split(/[\s,]+/u).filter((word) => word !== '');

/** Could be what a person is called: a handle, or up to five words. */
export const mayBeName = (text: string): boolean => {
  if (text.length > LONGEST) return false;
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.length <= 5 &&
    words.every((word) => WORD.test(word) || word === '(APP)') &&
    !NO_NAMES.has((words[0] ?? '').toLowerCase())
  );
};

/** Could hardly be anything else: several words, each with a capital. */
export const isFullName = (text: string): boolean => {
  const words = wordsOf(text);
  return mayBeName(text) && words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
};

export const isCapitalised = (text: string): boolean => wordsOf(text).every((word) => /^[@\p{Lu}]/u.test(word));

/** Without what chats put around names: the sign of an operator, the badge of an app. */
export const bareName = (text: string): string =>
  text
    .trim()
    .replace(/^[@+~&%]/, '')
    .replace(/\s+\(?(?:APP|BOT)\)?$/, '');
