import type { Entry, FactsOf, Wording } from './wording.ts';

export const mitigationPhrase = (fact: FactsOf<'mitigation'>, _entry: Entry, _words: Wording): string => fact.type;
