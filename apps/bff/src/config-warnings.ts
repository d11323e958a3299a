import { CONFIG_VARIABLES, type Config } from './config.ts';

/** Of the tests and the tools beside the server. */
const OF_OTHERS = ['SITREP_CHROMIUM', 'SITREP_CRASH_AT', 'SITREP_DEV_BFF', 'SITREP_SEED'];
const EVERYWHERE = new Set(['0.0.0.0', '::']);
/** Letters that a slip of the hand gets wrong; more is another word. */
const SLIP = 3;

/** What is allowed but hardly meant, a line each. */
export const configWarnings = (
  environment: Readonly<Record<string, string | undefined>>,
  { host, baseUrl }: Pick<Config, 'host' | 'baseUrl'>,
): readonly string[] => {
  const known = new Set([...CONFIG_VARIABLES, ...OF_OTHERS]);
  const unknown = Object.keys(environment).filter((name) => name.startsWith('SITREP_') && !known.has(name));
  const lines = unknown.map((name) => {
    const meant = nearest(name);
    return `${name} is not known.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
  });
  if (EVERYWHERE.has(host) && baseUrl === undefined) {
    lines.push('SITREP_BASE_URL is not set: links will say localhost, which others cannot follow.');
  }
  return lines;
};

const nearest = (name: string): string | undefined =>
  CONFIG_VARIABLES.map((variable) => ({ variable, far: distance(name, variable) }))
    .filter(({ far }) => far <= SLIP)
    .toSorted((a, b) => a.far - b.far)[0]?.variable;

/** Levenshtein's: letters to add, drop or change. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(a).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
