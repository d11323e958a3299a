import { DEFAULT_SEVERITY, Severity } from '@sitrep/shared/incidents/values';
import type { AlertId } from '@sitrep/shared/kernel/ids';
import * as z from 'zod/mini';

/** The alert that an incident is declared from. */
export type DeclaredFrom = {
  readonly alertId: AlertId;
  readonly title: string;
  readonly description: string;
  readonly service?: string | undefined;
};

const DeclareDraft = z.object({
  title: z.string(),
  severity: Severity,
  services: z.string(),
  summary: z.string(),
  private: z.boolean(),
});
export type DeclareDraft = z.output<typeof DeclareDraft>;

export const emptyDraft: DeclareDraft = {
  title: '',
  severity: DEFAULT_SEVERITY,
  services: '',
  summary: '',
  private: false,
};

export const draftFrom = (alert: DeclaredFrom | undefined): DeclareDraft =>
  alert === undefined
    ? emptyDraft
    : { ...emptyDraft, title: alert.title.slice(0, 200), services: alert.service ?? '', summary: alert.description };

/** A stored draft; nothing for what is none. */
export const parseDraft = (stored: string | undefined): DeclareDraft | undefined => {
  if (stored === undefined) return undefined;
  try {
    return DeclareDraft.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
};

export const servicesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n]/u)
      .map((name) => name.replace(/\s+/gu, ' ').trim())
      .filter((name) => name !== ''),
  ),
];
