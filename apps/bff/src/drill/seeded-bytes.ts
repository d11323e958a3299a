import { createHash } from 'node:crypto';

/** Random to look at, and the same in every playing of a seed: for ids, never for secrets. */
export const seededBytes = (seed: string): ((size: number) => Buffer) => {
  let draws = 0;
  return (size) => {
    draws += 1;
    return createHash('shake256', { outputLength: size }).update(`${seed} ${draws}`).digest();
  };
};
