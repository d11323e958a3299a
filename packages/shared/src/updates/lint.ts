import type { IncidentStatus } from '../incidents/values.ts';
import type { UpdateContent } from './events.ts';
import { addressesIn } from './lint-addresses.ts';
import { matchesOf, sentencesOf, type Span } from './lint-spans.ts';
import { timePromisesIn, vagueTimesIn } from './lint-times.ts';

export const LINT_CODES = [
  'promises-time',
  'vague-time',
  'internal-address',
  'internal-name',
  'hedging',
  'blame',
  'no-impact',
  'no-next-update',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** Something that customers should not read, or miss. It warns and does not block. */
export type LintFinding = {
  readonly code: LintCode;
  /** What is meant, as it stands in the text; nothing where something is missing. */
  readonly words?: string;
  readonly span?: Span;
};

export type LintContext = {
  readonly status: IncidentStatus;
  /** Names that customers must not read, from the settings. */
  readonly internalNames: readonly string[];
  /** Of affected services: those that look like identifiers count as internal. */
  readonly services: readonly string[];
};

type Text = Pick<UpdateContent, 'text' | 'components' | 'nextAt'>;

/** What stands out in a text for customers, in the order of the text; what is missing comes last. */
export const lintExternal = (content: Text, context: LintContext): readonly LintFinding[] => {
  const { text } = content;
  const sentences = sentencesOf(text);
  const found: readonly (readonly [LintCode, readonly Span[]])[] = [
    ['promises-time', sentences.flatMap(timePromisesIn)],
    ['vague-time', vagueTimesIn(text)],
    ['internal-address', addressesIn(text)],
    ['internal-name', internalNamesIn(content, context)],
    ['hedging', matchesOf(text, HEDGING)],
    ['blame', matchesOf(text, BLAME)],
  ];
  const standing = found
    .flatMap(([code, spans]) => spans.map((span) => ({ code, span, words: text.slice(span.from, span.to) })))
    .toSorted((a, b) => a.span.from - b.span.from);
  return [...standing, ...missing(content, context)];
};

const missing = ({ text, nextAt }: Text, { status }: LintContext): readonly LintFinding[] => {
  const over = status === 'resolved' || status === 'closed';
  if (over) return [];
  return [
    ...(IMPACT.test(text) ? [] : [{ code: 'no-impact' } as const]),
    ...(nextAt === undefined ? [{ code: 'no-next-update' } as const] : []),
  ];
};

const RECOVERED =
  'fixed|resolved|solved|restored|back|working|stable|available|over|done|okay|ok|fine|normal|good|recovered|able to';
const HEDGING = new RegExp(
  [
    String.raw`\bshould(?:\s+(?:now|soon|all|again|then))*\s+(?:be\s+(?:\w+ly\s+)?(?:${RECOVERED})|work|recover)\b`,
    String.raw`\b(?:seems?|appears?)\s+to\s+(?:be\s+|have\s+(?:been\s+)?)?(?:${RECOVERED}|work)\b`,
    String.raw`\b(?:might|may)\s+be\s+(?:fixed|resolved|solved|restored|back)\b`,
    String.raw`\b(?:hopefully|presumably|fingers\s+crossed)\b`,
    String.raw`\b(?:we|I)\s+(?:think|believe|hope|guess|suspect|assume)\b`,
    String.raw`\bprobably\b`,
  ].join('|'),
  'giu',
);

const BLAME = new RegExp(
  [
    String.raw`\b(?:human|operator|user)\s+error\b`,
    String.raw`\bmistake\s+(?:by|of)\s+(?:one\s+of\s+)?(?:our|an?|the)\s+\w+`,
    String.raw`\b(?:negligence|carelessness)\b`,
    String.raw`\bfault\s+of\s+(?:our|an?|the)\s+\w+`,
  ].join('|'),
  'giu',
);

/** What customers feel. To be "aware of an issue" says nothing of it. */
const IMPACT = new RegExp(
  [
    String.raw`\b(?:cannot|can[’']?t|can\s+not|unable|not\s+able|could\s+not|couldn[’']?t)\b`,
    String.raw`\b(?:fail|error|slow|delay|degrad|interrupt|affect|impact|experienc|declin|refus|reject|duplicat|disrupt)\w*`,
    String.raw`\b(?:unavailable|unreachable|down|offline|outage|missing|lost|late|wrong|stale|outdated|blank|stuck|intermittent\w*)\b`,
    String.raw`\b(?:not|n[’']t)\s+(?:work|load|open|arriv|respond|be\s+(?:sent|delivered|processed)|available|possible|receiv|see)\w*`,
    String.raw`\b(?:time|times|timed|timing)[\s-]?outs?\b|\blonger\s+than\b|\bno\s+longer\b|\btwice\b`,
  ].join('|'),
  'iu',
);

const internalNamesIn = ({ text, components }: Text, { internalNames, services }: LintContext): readonly Span[] => {
  const told = new Set(components.map(({ name }) => name.toLowerCase()));
  const names = new Set([...internalNames, ...services.filter(looksInternal)].map((name) => name.toLowerCase()));
  return [...names].filter((name) => name !== '' && !told.has(name)).flatMap((name) => matchesOf(text, wordOf(name)));
};

/** `checkout` may be a customer's word; `checkout-api`, `pg_main` and `PayCore` are not. */
const looksInternal = (name: string): boolean => /[-_./\d]|\p{Ll}\p{Lu}/u.test(name);

const wordOf = (name: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])${name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}(?![\p{L}\p{N}_-])`,
    'giu',
  );
