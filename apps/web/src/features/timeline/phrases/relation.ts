import type { RelationKind } from '@sitrep/shared/relations/values';
import type { Entry, FactsOf, Wording } from './wording.ts';

/** What another incident is to this one, as a sentence. */
export const relationPhrase = (fact: FactsOf<'relation'>, entry: Entry, { t, actor }: Wording): string => {
  const { kind, key } = fact.data;
  const move = fact.type === 'relation.added' ? 'added' : 'removed';
  // What the other incident said: nobody did it here.
  if (entry.by.startsWith('system/')) return t(`relation.${move}ThereAs.${kind}`, { key });
  return t(`relation.${move}As.${said(kind)}`, { actor: actor(entry.by), key });
};

/** People say no other kind; what a tool wrote is told as related. */
const said = (kind: RelationKind): 'related' | 'parent' | 'child' =>
  kind === 'parent' || kind === 'child' ? kind : 'related';
