import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { foldLines } from './fold-lines.ts';

type Props = { text: string; language?: string };

/** Code and logs as they are, beginning and end of what is long. */
export const CodeBlock = ({ text, language }: Props) => {
  const t = useTranslations('writing.markdown');
  const [whole, setWhole] = useState(false);
  const lines = useMemo(() => text.split('\n'), [text]);
  const folded = useMemo(() => foldLines(lines), [lines]);
  const open = folded === undefined || whole;
  return (
    <figure className="group/code relative min-w-0 rounded-m border border-border bg-raised" dir="ltr">
      <Lines>{open ? text : folded.head}</Lines>
      {open ? null : (
        <>
          <div className="border-y border-dashed border-border px-1">
            <Button variant="quiet" className="!text-meta underline" onClick={() => setWhole(true)}>
              {t('showLines', { count: folded.hidden })}
            </Button>
          </div>
          <Lines>{folded.tail}</Lines>
        </>
      )}
      {lines.length > 1 ? (
        <figcaption className="flex flex-wrap items-center justify-end gap-x-2 border-t border-border px-1 text-meta text-text-2">
          <span className="figures mr-auto pl-2">
            {language === undefined ? null : `${language} · `}
            {t('lines', { count: lines.length })}
          </span>
          {folded !== undefined && whole ? (
            <Button variant="quiet" className="!text-meta underline" onClick={() => setWhole(false)}>
              {t('fold')}
            </Button>
          ) : null}
          <CopyButton text={text} variant="quiet" className="!text-meta" />
        </figcaption>
      ) : null}
    </figure>
  );
};

const Lines = ({ children }: { children: string }) => (
  // A scrolling region has to be reachable by keyboard.
  <pre
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
    className="max-h-[70dvh] overflow-auto px-3 py-1.5 font-mono text-meta whitespace-pre [overflow-wrap:normal]"
  >
    {children}
  </pre>
);
