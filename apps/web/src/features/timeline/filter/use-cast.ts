import { useState } from 'react';
import type { RoomEntry } from '../../../live/live-client.ts';
import { castOf, type Cast } from './entry-groups.ts';

const isSame = (a: Cast, b: Cast): boolean =>
  a.people.length === b.people.length &&
  a.services.length === b.services.length &&
  a.people.every((id, index) => id === b.people[index]) &&
  a.services.every((name, index) => name === b.services[index]);

type Known = { readonly entries: readonly RoomEntry[]; readonly cast: Cast };

/** The same object while nobody and nothing new turns up. */
export const useCast = (entries: readonly RoomEntry[]): Cast => {
  const [known, setKnown] = useState((): Known => ({ entries, cast: castOf(entries) }));
  if (known.entries === entries) return known.cast;
  const now = castOf(entries);
  const cast = isSame(known.cast, now) ? known.cast : now;
  setKnown({ entries, cast });
  return cast;
};
