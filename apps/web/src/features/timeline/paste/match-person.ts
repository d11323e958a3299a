import type { UserId } from '@sitrep/shared/kernel/ids';

export type KnownPerson = { readonly id: UserId; readonly name: string; readonly handle: string };

export type MatchPerson = (called: string) => KnownPerson | undefined;

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/^@/, '').replace(/\s+/gu, ' ').trim().toLowerCase();

/** "Okafor, Ben" */
const turned = (text: string): string => text.replace(/^([^,]+),\s*(.+)$/u, '$2 $1');

/** By handle, by name, or by a first name that only one person has. */
export const personMatcher = (people: readonly KnownPerson[]): MatchPerson => {
  const exact = new Map<string, KnownPerson>();
  const first = new Map<string, KnownPerson | undefined>();
  for (const person of people) {
    const [given = ''] = plain(person.name).split(' ');
    first.set(given, first.has(given) ? undefined : person);
    exact.set(plain(person.name), person);
  }
  // A handle is unique; two may have one name.
  for (const person of people) exact.set(plain(person.handle), person);
  return (called) => exact.get(plain(called)) ?? exact.get(plain(turned(called))) ?? first.get(plain(called));
};
