import type { Entry, FactsOf, Wording } from './wording.ts';

export const situationPhrase = (fact: FactsOf<'situation'>, _entry: Entry, _words: Wording): string => fact.type;
