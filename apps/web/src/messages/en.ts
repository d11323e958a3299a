import { first } from './en-first.ts';
import { later } from './en-later.ts';

/** Every text on screen. Other languages have the same keys, in the same two parts. */
export const en = { ...first, ...later } as const;
