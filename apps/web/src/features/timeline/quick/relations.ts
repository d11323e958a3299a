import { incidentKey, type IncidentKey } from '@sitrep/shared/incidents/values';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { CHOSEN_RELATIONS } from '@sitrep/shared/relations/values';
import { firstWord, sends, usage, type AreaEntry, type QuickArea } from './area.ts';

const NAMES = ['relate', 'merge', 'duplicate', 'falsealarm'] as const;
type Name = (typeof NAMES)[number];

/** `INC-2026-0042`, `inc-2026-42`, or `42` for one of this year. */
const keyIn = (word: string, now: number): IncidentKey | undefined => {
  const [, year, number] = /^(?:inc-)?(?:(\d{4})-)?(\d{1,6})$/iu.exec(word) ?? [];
  if (number === undefined) return undefined;
  return incidentKey(year === undefined ? new Date(now).getUTCFullYear() : Number(year), Number(number));
};

/** What another incident is to this one, and closing into it. The server knows incidents by their keys too. */
export const relationsArea: QuickArea<Name> = {
  names: NAMES,
  parse: (name, rest, { now }): AreaEntry => {
    if (name === 'falsealarm') {
      return rest === '' ? usage(name) : sends('incident.close', { as: 'false-alarm', reason: rest }, name);
    }
    const [word, after] = firstWord(rest);
    const key = keyIn(word, now);
    if (key === undefined) return usage(name);
    const otherId = key as IncidentId;
    if (name === 'relate') {
      const kind = after === '' ? 'related' : CHOSEN_RELATIONS.find((one) => one === after.trim().toLowerCase());
      return kind === undefined ? usage(name) : sends('relation.add', { kind, otherId }, `relate-${kind}`, { key });
    }
    if (after !== '') return usage(name);
    return sends('incident.close', { as: name === 'merge' ? 'merged' : 'duplicate', otherId }, name, { key });
  },
};
