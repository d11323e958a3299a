import type { Criterion } from '@sitrep/shared/situation/state';
import { TRENDS } from '@sitrep/shared/situation/values';
import { timePrefix } from '../time-prefix.ts';
import { firstWord, numberIn, sends, usage, type AreaEntry, type QuickArea, type QuickContext } from './area.ts';

const NAMES = ['impact', 'exit'] as const;
type Name = (typeof NAMES)[number];

export const situationArea: QuickArea<Name> = {
  names: NAMES,
  parse: (name, rest, context) => {
    if (rest === '') return usage(name);
    return name === 'impact' ? impact(rest, context) : exit(rest, context);
  },
};

// "users cannot pay" is what users feel: their name is taken for a field only where a colon says so.
const FIELD = /^(?:(users):|(business|reputation)(?::|\s))\s*([\s\S]+)$/i;

const impact = (rest: string, { now, parts }: QuickContext): AreaEntry => {
  const base = parts.situation.impact.revision;
  const trend = TRENDS.find((one) => one === rest.toLowerCase());
  if (trend !== undefined) return sends('situation.change-impact', { trend, base }, `impact-${trend}`);
  const timed = timePrefix(rest, now);
  if (timed.at !== undefined && timed.rest !== '') {
    // What was felt then is told, and changes nothing of what is felt now.
    const written = { kind: 'impact', text: timed.rest, happenedAt: timed.at } as const;
    return sends('timeline.add-entry', written, 'impact-then', { text: timed.rest });
  }
  const [, users, other, said = ''] = FIELD.exec(rest) ?? [];
  const named = (users ?? other)?.toLowerCase();
  const field = named === 'business' || named === 'reputation' ? named : 'users';
  const text = named === undefined ? rest : said;
  return sends('situation.change-impact', { [field]: text, base }, `impact-${field}`, { text });
};

const exit = (rest: string, { parts }: QuickContext): AreaEntry => {
  const [word, which] = firstWord(rest);
  if (word.toLowerCase() !== 'done') return sends('situation.add-criterion', { text: rest }, 'exit', { text: rest });
  if (which === '') return usage('exit');
  const found = criterionOf(parts.situation.criteria, which);
  return found === undefined
    ? { does: 'explain', problem: { code: 'number-unknown', value: which } }
    : sends('situation.meet-criterion', { criterionId: found.id }, 'exit-done', { text: found.text });
};

/** By its place from the top, or by a piece of its text that no other has; those that are open come first. */
const criterionOf = (criteria: readonly Criterion[], which: string): Criterion | undefined => {
  const place = numberIn(which, '#');
  if (place !== undefined) return criteria[place - 1];
  const matching = criteria.filter(({ text }) => text.toLowerCase().includes(which.toLowerCase()));
  const open = matching.filter(({ met }) => met === undefined);
  const candidates = open.length > 0 ? open : matching;
  return candidates.length === 1 ? candidates[0] : undefined;
};
