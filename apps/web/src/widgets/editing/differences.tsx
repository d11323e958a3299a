import { Fragment, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { wordDiff } from './word-diff.ts';

type Props = {
  from: string;
  to: string;
  /** `to`: how it reads now, with what is other marked. `both`: also what is gone, struck out. */
  show: 'to' | 'both';
};

/** Marked by line and background, and said to those who hear it: before each, for its own name would hide its text. */
export const Differences = ({ from, to, show }: Props) => {
  const t = useTranslations('writing.edit');
  const pieces = useMemo(() => wordDiff(from, to), [from, to]);
  return (
    <p dir="auto" className="max-h-80 overflow-y-auto whitespace-pre-wrap">
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return text;
        if (kind === 'gone' && show === 'to') return null;
        return (
          <Fragment key={index}>
            <span className="sr-only select-none">{t(kind === 'gone' ? 'gone' : 'added')} </span>
            {kind === 'gone' ? (
              <del className="text-text-2 line-through decoration-2">{text}</del>
            ) : (
              <ins className="rounded-s bg-accent-bg underline decoration-2 underline-offset-2">{text}</ins>
            )}
          </Fragment>
        );
      })}
    </p>
  );
};
