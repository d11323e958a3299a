import type { Entry, FactsOf, Wording } from './wording.ts';

export const hypothesisPhrase = (fact: FactsOf<'hypothesis'>, _entry: Entry, _words: Wording): string => fact.type;
