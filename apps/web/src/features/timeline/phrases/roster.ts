import type { Entry, FactsOf, Wording } from './wording.ts';

export const rosterPhrase = (
  fact: FactsOf<'role' | 'commander' | 'responder' | 'need'>,
  _entry: Entry,
  _words: Wording,
): string => fact.type;
