import { scalarText } from './foreign-value.ts';

export type Firing = 'firing' | 'resolved';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const RESOLVED = wordSet(
  'resolved resolve ok closed close clear cleared recovered recovery normal inactive up healthy fixed expired done success passing',
);
const FIRING = wordSet(
  'firing fired alerting alert active activated open opened triggered trigger new problem down failed failing failure unhealthy pending acknowledged',
);
/** Only what cannot be a severity: a "normal" priority is none. */
const OVER = wordSet('ok resolved clear cleared recovered recovery up');
const YES = wordSet('true yes 1 y');

const wordOf = (value: unknown): string => scalarText(value)?.slice(0, 40).trim().toLowerCase() ?? '';

/** Nothing for a word that says neither. */
export const statusOf = (said: unknown): Firing | undefined => {
  const word = wordOf(said);
  if (RESOLVED.has(word)) return 'resolved';
  return FIRING.has(word) ? 'firing' : undefined;
};

/** A severity that is none, as in `severity: ok`. */
export const severitySaysOver = (said: unknown): boolean => OVER.has(wordOf(said));

/** Booleans come as text and as numbers too. */
export const saysYes = (said: unknown): boolean => YES.has(wordOf(said));
