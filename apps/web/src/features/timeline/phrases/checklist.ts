import type { Entry, FactsOf, Wording } from './wording.ts';

export const checklistPhrase = (fact: FactsOf<'checklist'>, _entry: Entry, _words: Wording): string => fact.type;
