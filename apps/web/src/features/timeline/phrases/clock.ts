import type { Entry, FactsOf, Wording } from './wording.ts';

export const clockPhrase = (fact: FactsOf<'clock' | 'escalation'>, _entry: Entry, _words: Wording): string => fact.type;
