import type { Entry, FactsOf, Wording } from './wording.ts';

export const updatePhrase = (fact: FactsOf<'update'>, _entry: Entry, _words: Wording): string => fact.type;
