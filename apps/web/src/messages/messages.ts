import { createStore } from 'zustand/vanilla';
import type { en } from './en.ts';
import { first } from './en-first.ts';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What a language has to bring: the keys of English. */
export type Translation = Texts<typeof en>;

/** As components see them: the English texts also type the values that each takes. */
export type Messages = typeof en;

type Parts = { readonly first: () => Promise<object>; readonly later: () => Promise<object> };

/** English is in the first load; each further language is to be two chunks of its own, imported when they are asked for. */
const LANGUAGES = {
  en: { first: () => Promise.resolve(first), later: async () => (await import('./en-later.ts')).later },
} satisfies Record<string, Parts>;

export type Locale = keyof typeof LANGUAGES;

export const localeOf = (preferred: readonly string[]): Locale =>
  preferred
    .map((tag) => tag.split('-')[0])
    .find((language): language is Locale => language !== undefined && Object.hasOwn(LANGUAGES, language)) ?? 'en';

/** What is there of the texts: those of the first paint, and all once something else is to be shown. */
export const texts = createStore<Partial<Messages>>(() => ({}));

export const loadFirstTexts = async (locale: Locale): Promise<void> => texts.setState(await LANGUAGES[locale].first());
export const loadLaterTexts = async (locale: Locale): Promise<void> => texts.setState(await LANGUAGES[locale].later());

/** How times and numbers are written: in the language of the texts, as where the reader lives. */
export const formatLocaleOf = (locale: Locale, preferred: readonly string[]): Locale | `${Locale}-${string}` => {
  const region = preferred.map(regionOf).find((one) => one !== undefined);
  return region === undefined ? locale : `${locale}-${region}`;
};

const regionOf = (tag: string): string | undefined => {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    // Some browsers can be told to prefer what is no language.
    return undefined;
  }
};
