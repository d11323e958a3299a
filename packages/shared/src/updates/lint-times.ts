import { matchesOf, withoutOverlaps, type Sentence, type Span } from './lint-spans.ts';

const COUNT = String.raw`(?:\d+(?:[.,]\d+)?(?:\s*(?:-|–|to)\s*\d+)?|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty-five|sixty|(?:a\s+)?few|(?:a\s+)?couple\s+of|half\s+an)`;
const UNIT = String.raw`(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?)`;
const ABOUT = String.raw`(?:(?:about|around|approximately|roughly|at\s+most|less\s+than|the\s+next|~)\s*)*`;
const CLOCK = String.raw`(?:\d{1,2}[:.]\d{2}(?:\s*(?:[ap]m\b|[ap]\.m\.))?|\d{1,2}\s*(?:[ap]m\b|[ap]\.m\.|o[’']clock)|noon|midnight)`;
const DAY = String.raw`(?:today|tonight|tomorrow|this\s+(?:morning|afternoon|evening)|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:day|week)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)`;

const LENGTH = new RegExp(String.raw`\b(?:with)?in\s+${ABOUT}${COUNT}\s*(?:more\s+)?${UNIT}\b`, 'giu');
const DEADLINE = new RegExp(String.raw`\b(?:by|before|no\s+later\s+than)\s+(?:about\s+)?(?:${CLOCK}|${DAY})`, 'giu');
const AT_CLOCK = new RegExp(String.raw`\b(?:at|around)\s+(?:about\s+)?${CLOCK}`, 'giu');
const SOME_DAY = new RegExp(String.raw`\b${DAY}\b`, 'giu');
const ESTIMATE = new RegExp(
  [
    String.raw`\bETA\b`,
    String.raw`\bestimated\s+(?:time|resolution|recovery|fix|completion)\b`,
    String.raw`\bexpected\s+(?:resolution|recovery|fix|completion)(?:\s+time)?\b`,
    String.raw`\bexpected\s+to\s+be\s+(?:fixed|resolved|restored|back|solved|available)\b`,
  ].join('|'),
  'giu',
);
const NO_ESTIMATE =
  /\b(?:no|without|not\s+(?:yet\s+)?(?:have|give)(?:\s+you)?(?:\s+an?|\s+any)?|cannot\s+give(?:\s+you)?(?:\s+an?)?)\s+(?:ETA|estimated?)/iu;

/** It says when it will be over. */
const RECOVERY =
  /\b(?:fix|resol|restor|solv|recover|repair|complet|finish|deploy|roll)\w*|\bback\b|\bavailable\b|\bwork(?:s|ing)?\b(?!\s+on\b)|\bnormal\b|\bdone\b|\bover\b/iu;
const FUTURE = /\b(?:will|expect\w*|going\s+to|plan\w*|aim\w*|intend\w*|to\s+be|should|shall)\b|[’']ll\b/iu;
/** It tells of what was. */
const PAST =
  /\b(?:was|were|has\s+been|have\s+been|had|did)\b|\b(?:fixed|resolved|restored|recovered)\s+(?:it|this|the)\b/iu;
/** It says when the next word comes: that is what updates are for. */
const NEXT_WORD = new RegExp(
  [
    String.raw`\b(?:next|another|further|new|an|status)\s+(?:\w+\s+)?(?:update|news|information|report|message|word)s?\b`,
    String.raw`\b(?:updates?|news|information|details|word)\b[^.]{0,40}\b(?:follow|come|by|at|in|within)\b`,
    String.raw`\b(?:tell|inform|update|notify)\s+you\b|\breport\s+(?:back|again)\b|\bupdate\s+(?:this|again)\b`,
    String.raw`\b(?:share|post|provide|publish|give)\s+(?:\w+\s+){0,2}(?:update|news|information|details|word|more)\b`,
  ].join('|'),
  'iu',
);

/** A time by which it is said to be over. */
export const timePromisesIn = ({ text, from }: Sentence): readonly Span[] => {
  const estimates = NO_ESTIMATE.test(text) ? [] : matchesOf(text, ESTIMATE, from);
  if (NEXT_WORD.test(text)) return estimates;
  const [future, past, recovery] = [FUTURE.test(text), PAST.test(text), RECOVERY.test(text)];
  if (!recovery || (past && !future)) return estimates;
  const times = [...matchesOf(text, LENGTH, from), ...matchesOf(text, DEADLINE, from)];
  const foreseen = future ? [...matchesOf(text, AT_CLOCK, from), ...matchesOf(text, SOME_DAY, from)] : [];
  return withoutOverlaps([...estimates, ...times, ...foreseen]);
};

const VAGUE =
  /\b(?:shortly|momentarily|imminently|any\s+(?:minute|moment)(?:\s+now)?|in\s+(?:a\s+(?:moment|minute|bit)|the\s+near\s+future|no\s+time)|as\s+soon\s+as\s+possible|ASAP|soon)\b/giu;

/** Shorter than a promise, and still one. What tells of the past, or of a condition, is none. */
export const vagueTimesIn = (text: string): readonly Span[] =>
  matchesOf(text, VAGUE).filter(({ from, to }) => {
    const [before, after] = [text.slice(0, from), text.slice(to)];
    return !/^\s+(?:after|before|afterwards?)\b/iu.test(after) && !/\bas\s+$/iu.test(before);
  });
