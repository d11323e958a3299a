import type { Entry, FactsOf, Wording } from './wording.ts';

export const relationPhrase = (fact: FactsOf<'relation'>, _entry: Entry, _words: Wording): string => fact.type;
