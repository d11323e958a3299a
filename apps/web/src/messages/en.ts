import { first } from './en-first.ts';
import { later } from './en-later.ts';

/** Every text on screen. Other languages have the same keys, in the same two parts. */
export const en = { ...first, ...later } as const;

declare module 'use-intl' {
  interface AppConfig {
    /** English types the keys, and the values that each text takes. */
    Messages: typeof en;
    Locale: 'en' | `en-${string}`;
  }
}
