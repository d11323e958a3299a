import type { LintFinding } from '@sitrep/shared/updates/lint';
import { gapsIn } from '@sitrep/shared/updates/template';
import { CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';

type Props = { text: string; findings: readonly LintFinding[]; className?: string };

/** Each with its reason, live beside the text. */
export const ChecksList = ({ text, findings, className }: Props) => {
  const t = useTranslations('updates.checks');
  const gaps = gapsIn(text);
  return (
    <section aria-label={t('title')} className={className}>
      <p aria-live="polite" className="text-dense font-medium text-text-2">
        {findings.length + gaps.length === 0 ? t('none') : t('count', { count: findings.length + gaps.length })}
      </p>
      <ul className="mt-1 grid gap-1.5 text-dense">
        {gaps.map((gap) => (
          <li key={gap} className="flex gap-1.5">
            <CircleDashed size={14} aria-hidden className="mt-[3px] shrink-0 text-sev1-fg" />
            <span>{t('gap', { words: `{{${gap}}}` })}</span>
          </li>
        ))}
        {findings.map(({ code, words, span }) => (
          <li key={`${code}-${span?.from ?? ''}`} className="flex gap-1.5">
            <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0 text-sev3-fg" />
            <span className="min-w-0 break-words">{t(`found.${code}`, { words: words ?? '' })}</span>
          </li>
        ))}
      </ul>
      {findings.length === 0 ? null : <p className="mt-1.5 text-meta text-text-2">{t('meaning')}</p>}
    </section>
  );
};
