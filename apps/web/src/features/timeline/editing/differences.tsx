import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { wordDiff } from './word-diff.ts';

type Props = {
  from: string;
  to: string;
  /** `to`: how it reads now, with what is other marked. `both`: also what is gone, struck out. */
  show: 'to' | 'both';
};

/** Marked by line and background, and said to those who hear it. */
export const Differences = ({ from, to, show }: Props) => {
  const t = useTranslations('writing.edit');
  const pieces = useMemo(() => wordDiff(from, to), [from, to]);
  return (
    <p dir="auto" className="max-h-80 overflow-y-auto whitespace-pre-wrap">
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return text;
        if (kind === 'gone') {
          return show === 'to' ? null : (
            <del key={index} aria-label={t('gone')} className="text-text-2 line-through decoration-2">
              {text}
            </del>
          );
        }
        return (
          <ins
            key={index}
            aria-label={t('added')}
            className="rounded-s bg-accent-bg underline decoration-2 underline-offset-2"
          >
            {text}
          </ins>
        );
      })}
    </p>
  );
};
