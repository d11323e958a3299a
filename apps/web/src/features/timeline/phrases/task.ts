import type { Entry, FactsOf, Wording } from './wording.ts';

export const taskPhrase = (fact: FactsOf<'task' | 'follow-up'>, _entry: Entry, _words: Wording): string => fact.type;
