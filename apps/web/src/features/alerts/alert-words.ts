import type { AlertRow } from '@sitrep/shared/alerts/alert-row';

const APART_MS = 60_000;

/** Some tools say the same twice. */
export const descriptionBeside = ({
  title,
  description,
}: Pick<AlertRow, 'title' | 'description'>): string | undefined =>
  description.trim() === '' || title.includes(description.trim()) ? undefined : description;

/** The name of the rule, where the title does not tell it. */
export const ruleBeside = ({ title, labels }: Pick<AlertRow, 'title' | 'labels'>): string | undefined => {
  const rule = labels['alertname'];
  return rule === undefined || rule === '' || title.toLowerCase().includes(rule.toLowerCase()) ? undefined : rule;
};

/** When it began for the tool, where that is not when it came here. */
export const beganApart = ({ startedAt, firedAt }: Pick<AlertRow, 'startedAt' | 'firedAt'>): number | undefined =>
  startedAt !== undefined && Math.abs(firedAt - startedAt) > APART_MS ? startedAt : undefined;
