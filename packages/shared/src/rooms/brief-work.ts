import type { Impact } from '../situation/state.ts';
import type { Trend } from '../situation/values.ts';
import type { WrittenEntry } from '../timeline/state.ts';
import type { Confidence } from '../timeline/values.ts';
import type { RoomParts } from './room.ts';

/** Of a text somebody wrote, what can be taken in at once. */
export const WORDS = { title: 10, impact: 9, action: 9, plan: 7, testing: 6, wanted: 5 } as const;
/** Of what is looked for; the rest is counted. */
const WANTED = 2;

export type BriefImpact = { readonly text: string; readonly confidence?: Confidence; readonly trend?: Trend };

/** As the document has it; where nobody wrote it there, as the timeline has it. */
export const impactOf = (
  { users, business, reputation, trend }: Impact,
  entry: WrittenEntry | undefined,
): BriefImpact | undefined => {
  const written = [users, business, reputation].find((text) => text.trim() !== '');
  const going = trend === undefined ? {} : { trend };
  if (written !== undefined) return { text: shortened(written, WORDS.impact), ...going };
  if (entry === undefined) return undefined;
  const { text, confidence } = entry;
  return { text: shortened(text, WORDS.impact), ...(confidence === undefined ? {} : { confidence }), ...going };
};

export type Plan = { readonly status: 'executing' | 'approved'; readonly text: string; readonly more: number };

/** What is being changed just now, else what was approved: the newest, and how many more. */
export const planOf = ({ mitigations }: Pick<RoomParts, 'mitigations'>): Plan | undefined => {
  for (const status of ['executing', 'approved'] as const) {
    const all = mitigations.items
      .filter((item) => item.status === status)
      .toSorted((a, b) => b.statusSince - a.statusSince || b.number - a.number);
    const [first] = all;
    if (first !== undefined) return { status, text: shortened(first.plan.title, WORDS.plan), more: all.length - 1 };
  }
  return undefined;
};

export type Testing = { readonly text: string; readonly more: number };

/** The suspected cause whose test began last, and how many more are being tested. */
export const testingOf = ({ hypotheses }: Pick<RoomParts, 'hypotheses'>): Testing | undefined => {
  const all = hypotheses.items
    .flatMap((item) => (item.status === 'testing' ? [item] : []))
    .toSorted((a, b) => b.test.since - a.test.since || b.number - a.number);
  const [first] = all;
  return first === undefined ? undefined : { text: shortened(first.text, WORDS.testing), more: all.length - 1 };
};

/** What the room asked for and nobody has claimed, the oldest first. */
export const wantedOf = ({ roster }: Pick<RoomParts, 'roster'>): readonly string[] =>
  roster.needs.flatMap((need) => (need.status === 'open' ? [shortened(need.text, WORDS.wanted)] : [])).slice(0, WANTED);

/** A verdict on a proposal is a decision, too. */
export const lastVerdictAt = ({ mitigations }: Pick<RoomParts, 'mitigations'>): number =>
  mitigations.items.reduce(
    (last, { approved, rejected, halted }) =>
      Math.max(last, approved?.at ?? last, rejected?.at ?? last, halted?.at ?? last),
    Number.NEGATIVE_INFINITY,
  );

/** So many words, without line breaks and without the dot at the end: more words follow. */
export const shortened = (text: string, max: number): string => {
  const words = text.trim().split(/\s+/u);
  const kept = words
    .slice(0, max)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
  return words.length > max ? `${kept}…` : kept;
};
