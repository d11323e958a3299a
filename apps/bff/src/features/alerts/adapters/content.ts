import { anyText, oneLine, paragraph } from './foreign-value.ts';

const MAX_LABELS = 64;

export const titleLine = (text: string): string => oneLine(text, 200);
/** What a service may be called in an incident. */
export const serviceLine = (text: string): string => oneLine(text, 120);
export const descriptionText = (text: string): string => paragraph(text, 4_000);

/** Bounded, and built so that a name such as `__proto__` is a label like any other or none, never a prototype. */
export const boundedLabels = (entries: Iterable<readonly [string, unknown]>): Record<string, string> => {
  const labels = new Map<string, string>();
  for (const [name, value] of entries) {
    if (labels.size === MAX_LABELS) break;
    if (name !== '__proto__') labels.set(oneLine(name, 200), paragraph(anyText(value), 1_000));
  }
  return Object.fromEntries(labels);
};
