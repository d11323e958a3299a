import type { LintFinding } from '@sitrep/shared/updates/lint';

export type MarkedPart = { readonly text: string; readonly mark?: 'gap' | 'warning' };

const GAP = /\{\{[^{}]{0,60}\}\}/gu;

/** A text in parts, with gaps and with what checks found marked; of marks that overlap the first one stands. */
export const markedParts = (text: string, findings: readonly LintFinding[]): readonly MarkedPart[] => {
  const gaps = [...text.matchAll(GAP)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    mark: 'gap' as const,
  }));
  const warnings = findings.flatMap(({ span }) => (span === undefined ? [] : [{ ...span, mark: 'warning' as const }]));
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { from, to, mark } of [...gaps, ...warnings].toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ text: text.slice(from, to), mark });
    at = to;
  }
  return at < text.length ? [...parts, { text: text.slice(at) }] : parts;
};
