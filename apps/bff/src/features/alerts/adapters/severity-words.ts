import type { AlertSeverity } from '@sitrep/shared/alerts/values';
import { scalarText } from './foreign-value.ts';

/** What tools call their severities. A number counts as in P1, SEV1: the lower, the worse. */
const WORDS: Readonly<Record<AlertSeverity, string>> = {
  critical:
    'critical crit fatal emergency emerg panic disaster severe urgent blocker page pager alert high highest p0 p1 sev0 sev1 s0 s1 0 1',
  error: 'error err major p2 sev2 s2 2',
  warning: 'warning warn minor average medium moderate ticket p3 sev3 s3 3',
  info: 'info information informational none notice low lowest debug trivial ok p4 p5 sev4 sev5 s4 s5',
};

const BY_WORD: ReadonlyMap<string, AlertSeverity> = new Map(
  (Object.keys(WORDS) as AlertSeverity[]).flatMap((severity) =>
    WORDS[severity].split(' ').map((word) => [word, severity]),
  ),
);

const LONGEST_WORD = 40;

/** What nobody rated, or in words that nobody knows: it shows, and opens nothing. */
export const UNRATED: AlertSeverity = 'warning';

/** Nothing for words that nobody knows. */
export const severityOf = (said: unknown): AlertSeverity | undefined => {
  const text = scalarText(said)?.slice(0, LONGEST_WORD).toLowerCase() ?? '';
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== '');
  // "SEV-1" is one word, "P1 - Critical" are two.
  for (const word of [words.join(''), ...words]) {
    const severity = BY_WORD.get(word);
    if (severity !== undefined) return severity;
  }
  return undefined;
};
