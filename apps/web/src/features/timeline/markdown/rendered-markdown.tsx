import type { ReactElement } from 'react';
import Markdown, { type Components, type Options } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { asTyped } from './as-typed.ts';
import { CodeBlock } from './code-block.tsx';
import { incidentLinks } from './incident-links.ts';
import { MarkdownLink } from './markdown-link.tsx';
import { MarkdownTable } from './markdown-table.tsx';
import { TaskMark } from './task-mark.tsx';

/** What may come out of a note, whatever went in. */
const ALLOWED = {
  tagNames:
    'p strong em del a img code pre blockquote hr br input ul ol li table thead tbody tr th td h1 h2 h3 h4 h5 h6'.split(
      ' ',
    ),
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    code: [['className', /^language-./]] as [string, RegExp][],
    ol: ['start'],
    li: ['value'],
    th: ['align'],
    td: ['align'],
    input: ['checked'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

const Heading: Components['h1'] = ({ children }) => <p className="font-semibold">{children}</p>;

const COMPONENTS: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  a: ({ href, children }) => <MarkdownLink href={href}>{children}</MarkdownLink>,
  // Nothing is loaded from elsewhere: that would tell others who reads this incident, and when.
  img: ({ src, alt }) => (
    <MarkdownLink href={typeof src === 'string' ? src : undefined}>{alt === '' ? src : alt}</MarkdownLink>
  ),
  pre: ({ node }) => <CodeBlock {...codeOf(node)} />,
  code: ({ children }) => (
    <code className="rounded-s border border-border bg-raised px-1 font-mono text-[0.9em]">{children}</code>
  ),
  blockquote: ({ children }) => <blockquote className="border-l-2 border-border-strong pl-3">{children}</blockquote>,
  hr: () => <hr className="border-border" />,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal pl-7">
      {children}
    </ol>
  ),
  table: ({ children }) => <MarkdownTable>{children}</MarkdownTable>,
  th: ({ children }) => <th className="border border-border px-2 py-0.5 text-left font-semibold">{children}</th>,
  td: ({ children }) => <td className="border border-border px-2 py-0.5">{children}</td>,
  input: ({ checked }) => <TaskMark done={checked === true} />,
};

type Element = NonNullable<Parameters<Extract<Components['pre'], (...args: never) => unknown>>[0]['node']>;

const codeOf = (pre: Element | undefined): { text: string; language?: string } => {
  const code = pre?.children[0];
  if (code?.type !== 'element') return { text: '' };
  const text = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const names = code.properties['className'];
  const language = Array.isArray(names) ? String(names[0]).replace(/^language-/, '') : undefined;
  return { text: text.replace(/\n$/, ''), ...(language === undefined ? {} : { language }) };
};

const OPTIONS: Options = {
  remarkPlugins: [[remarkGfm, { singleTilde: false }], asTyped, incidentLinks],
  rehypePlugins: [[rehypeSanitize, ALLOWED]],
  components: COMPONENTS,
};

const parsed = (text: string): ReactElement => {
  try {
    return Markdown({ ...OPTIONS, children: text });
  } catch {
    // Nested too deep for the stack: then as it was typed. One text must not take the timeline with it.
    return <p>{text}</p>;
  }
};

const KEPT = 400;
const kept = new Map<string, ReactElement>();

/** Texts are parsed once, however often their rows come into view: the least recently shown are let go of. */
const rendered = (text: string): ReactElement => {
  const found = kept.get(text) ?? parsed(text);
  kept.delete(text);
  kept.set(text, found);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
};

export const RenderedMarkdown = ({ text }: { text: string }) => (
  <div className="grid gap-1.5 [&_p]:whitespace-pre-wrap [&_li]:whitespace-pre-wrap [&>*]:min-w-0" dir="auto">
    {rendered(text)}
  </div>
);
