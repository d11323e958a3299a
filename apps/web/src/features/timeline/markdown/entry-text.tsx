import { memo, Suspense, useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { lazyNamed } from '../../../ui/lazy-named.ts';
import { LinkedText } from '../components/linked-text.tsx';
import { isLong } from '../is-long.ts';
import { CodeBlock } from './code-block.tsx';
import { segmentsOf, type Segment } from './segments.ts';

const load = () => import('./rendered-markdown.tsx');
const RenderedMarkdown = lazyNamed(load, 'RenderedMarkdown');
/** For when the page is idle; what fails here is tried again when a text needs it. */
export const loadMarkdownAhead = (): void => void load().catch(() => undefined);

/** What somebody wrote, as they meant it. Memorised: a row that is drawn again has the same text. */
export const EntryText = memo(({ text }: { text: string }) => {
  const segments = useMemo(() => segmentsOf(text), [text]);
  return (
    <div className="grid max-w-[80ch] gap-1.5">
      {segments.map((segment, index) => (
        <Part key={index} segment={segment} />
      ))}
    </div>
  );
});
EntryText.displayName = 'EntryText';

const Part = ({ segment: { kind, text } }: { segment: Segment }) =>
  kind === 'log' ? (
    <CodeBlock text={text} />
  ) : (
    <Folded text={text}>
      {kind === 'plain' ? (
        <Plain text={text} />
      ) : (
        // Readable at once, in the same place, until Markdown is there.
        <Suspense fallback={<Plain text={text} />}>
          <RenderedMarkdown text={text} />
        </Suspense>
      )}
    </Folded>
  );

const Plain = ({ text }: { text: string }) => (
  <p dir="auto" className="whitespace-pre-wrap">
    <LinkedText text={squeezed(text)} />
  </p>
);

/** Empty lines part what is written; a screen full of them only hides it. */
const squeezed = (text: string): string =>
  text.replace(/^(?:[^\S\n]*\n)+/u, '').replaceAll(/\n(?:[^\S\n]*\n){3,}/gu, '\n\n\n');

/** A long text shows its beginning; the page still has all of it, to search in. */
const Folded = ({ text, children }: { text: string; children: ReactNode }) => {
  const t = useTranslations('timeline');
  const id = useId();
  const [whole, setWhole] = useState(false);
  // A fence folds its own lines.
  if (!isLong(text) || text.includes('```')) return children;
  return (
    <div>
      <div
        id={id}
        className={classNames(!whole && 'max-h-72 overflow-hidden [mask-image:linear-gradient(#000_75%,transparent)]')}
      >
        {children}
      </div>
      <Button
        variant="quiet"
        className="!px-1 underline"
        aria-expanded={whole}
        aria-controls={id}
        onClick={() => setWhole(!whole)}
      >
        {t(whole ? 'showLess' : 'showAll')}
      </Button>
    </div>
  );
};
