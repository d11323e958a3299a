import { anyText, oneLine, type Said } from './foreign-value.ts';

const LONGEST_QUOTE = 60;

/** Where a field says what nobody understands, something is taken instead: what, and instead of what, in a sentence each. */
export type Guesses = {
  readonly warnings: readonly string[];
  /** What a field says; nothing, with a warning, where something is there that cannot be read. */
  read<T>(said: Said | undefined, reader: (value: unknown) => T | undefined, taken: string): T | undefined;
};

/** @param path of the alert in its body, such as `alerts[3].`; empty where the body is the alert */
export const guessesAt = (path: string): Guesses => {
  const warnings: string[] = [];
  return {
    warnings,
    read: (said, reader, taken) => {
      if (said === undefined) return undefined;
      const value = reader(said.value);
      if (value === undefined) {
        const quoted = JSON.stringify(oneLine(anyText(said.value), LONGEST_QUOTE));
        warnings.push(`${path}${said.field}: ${quoted} is not understood; ${taken}.`);
      }
      return value;
    },
  };
};

/** For a reading: nothing where nothing was guessed. */
export const warned = ({ warnings }: Guesses): { readonly warnings?: readonly string[] } =>
  warnings.length === 0 ? {} : { warnings };
