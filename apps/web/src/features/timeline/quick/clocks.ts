import { clocksOf } from '@sitrep/shared/rooms/clocks/clocks-of';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { durationIn, firstWord, sends, usage, type AreaEntry, type QuickArea, type QuickContext } from './area.ts';

const NAMES = ['ack', 'defer', 'escalate', 'standdown'] as const;
type Name = (typeof NAMES)[number];

/** Commands about clocks. `/defer` means the one that is due first, or has been overdue for the longest. */
export const clocksArea: QuickArea<Name> = {
  names: NAMES,
  parse: (name, rest, context) => {
    switch (name) {
      case 'ack':
        return acknowledge(rest, context);
      case 'defer':
        return defer(rest, context);
      case 'escalate':
        return rest === '' ? usage(name) : sends('escalation.raise', { reason: rest }, 'escalate');
      case 'standdown':
        return rest === '' ? usage(name) : sends('escalation.end', { reason: rest }, 'standdown');
    }
  },
};

const acknowledge = (rest: string, { incident, now }: QuickContext): AreaEntry =>
  rest !== '' || incident.milestones.acknowledged !== undefined
    ? usage('ack')
    : sends('incident.set-milestone', { milestone: 'acknowledged', at: Math.round(now) }, 'ack');

const defer = (text: string, { incident, parts, settings = DEFAULT_SETTINGS }: QuickContext): AreaEntry => {
  const [word, reason] = firstWord(text);
  const forMs = durationIn(word);
  const [next] = clocksOf({ ...parts, incident }, settings);
  if (forMs === undefined || reason === '' || next === undefined) return usage('defer');
  const { clock, subject, label = '', startedAt } = next;
  const meant = { clock, startedAt, ...(subject === undefined ? {} : { subject }) };
  // What a text chooses by has no hyphens.
  const chosenBy = clock.replaceAll('-', '_');
  return sends('clock.defer', { ...meant, forMs, reason }, 'defer', {
    clock: chosenBy,
    label,
    minutes: forMs / 60_000,
  });
};
