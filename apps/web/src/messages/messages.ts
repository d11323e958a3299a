import { en } from './en.ts';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** What a language has to bring: the keys of English. */
export type Translation = Texts<typeof en>;

/** As components see them: the English texts also type the values that each takes. */
export type Messages = typeof en;

/** English is in the first load; each further language is to be a chunk of its own, imported when it is asked for. */
const LANGUAGES = {
  en: () => Promise.resolve(en),
} satisfies Record<string, () => Promise<Translation>>;

export type Locale = keyof typeof LANGUAGES;

export const localeOf = (preferred: readonly string[]): Locale =>
  preferred
    .map((tag) => tag.split('-')[0])
    .find((language): language is Locale => language !== undefined && Object.hasOwn(LANGUAGES, language)) ?? 'en';

export const loadMessages = (locale: Locale): Promise<Messages> => LANGUAGES[locale]();

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
