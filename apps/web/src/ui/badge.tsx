import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Tone = 'neutral' | 'alarm' | 'warn' | 'ok' | 'accent';

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'border-border text-text-2 bg-raised',
  alarm: 'border-sev1-fg text-sev1-fg bg-sev1-bg font-medium',
  warn: 'border-sev3-fg text-sev3-fg bg-sev3-bg',
  ok: 'border-border text-ok-fg bg-surface',
  accent: 'border-accent text-accent bg-accent-bg',
};

export const Badge = ({ tone = 'neutral', children, title }: { tone?: Tone; children: ReactNode; title?: string }) => (
  <span
    title={title}
    className={classNames(
      'inline-flex max-w-full items-center gap-1 rounded-s border px-1.5 text-meta whitespace-nowrap',
      TONES[tone],
    )}
  >
    {children}
  </span>
);
