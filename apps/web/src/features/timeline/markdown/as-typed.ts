/** The part of a Markdown tree that is looked at here. */
type Node = {
  type: string;
  value?: string;
  lang?: string | null;
  meta?: string | null;
  children?: Node[];
  align?: (string | null)[];
  data?: { hProperties?: Record<string, unknown> };
  position?: { start: { offset?: number }; end: { offset?: number } };
};

type Source = { readonly value: unknown };
type Parser = { data(): { micromarkExtensions?: unknown[] } };

/** Notes hold logs, paths and tags: these constructs would hide or rewrite what was typed. */
const NOT_HERE = [
  'htmlFlow',
  'htmlText',
  'codeIndented',
  'setextUnderline',
  'definition',
  'characterReference',
  'characterEscape',
  'hardBreakEscape',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
];

const WORD = /[\p{L}\p{N}_]/u;

function plugin(this: unknown) {
  const data = (this as Parser).data();
  (data.micromarkExtensions ??= []).push({ disable: { null: NOT_HERE } });
  return (tree: Node, file: Source): void => walk(tree, String(file.value));
}

/** A plugin of remark: nothing that was typed is lost or renumbered. */
export const asTyped = plugin;

const walk = (node: Node, source: string): void => {
  if (node.type === 'code') keepFirstLine(node);
  if (node.children === undefined) return;
  for (const child of node.children) walk(child, source);
  node.children = node.children.flatMap((child) => (isNoEmphasis(child, source) ? literal(child, source) : [child]));
  if (node.type === 'table') widen(node);
  if (node.type === 'listItem') keepNumber(node, source);
};

/** `2*3*4` is a product, and `__init__` a name. */
const isNoEmphasis = (node: Node, source: string): boolean => {
  if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') return false;
  const [start, end] = spanOf(node);
  if (node.type === 'strong' && source[start] === '_') return true;
  return WORD.test(source[start - 1] ?? '') || WORD.test(source[end] ?? '');
};

const literal = (node: Node, source: string): Node[] => {
  const [start, end] = spanOf(node);
  const children = node.children ?? [];
  const from = spanOf(children[0] ?? node)[0];
  const to = spanOf(children.at(-1) ?? node)[1];
  return [
    { type: 'text', value: source.slice(start, from) },
    ...children,
    { type: 'text', value: source.slice(to, end) },
  ];
};

const spanOf = ({ position }: Node): readonly [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
];

/** Of several words behind a fence only the first is a language. */
const keepFirstLine = (code: Node): void => {
  if (code.meta === null || code.meta === undefined) return;
  code.value = `${code.lang} ${code.meta}\n${code.value}`;
  code.lang = null;
};

/** Cells beyond the head of a table would be dropped. */
const widen = (table: Node): void => {
  const align = (table.align ??= []);
  const width = Math.max(...(table.children ?? []).map((row) => row.children?.length ?? 0));
  while (align.length < width) align.push(null);
};

const keepNumber = (item: Node, source: string): void => {
  const number = /^\d+/.exec(source.slice(spanOf(item)[0]))?.[0];
  if (number !== undefined) item.data = { ...item.data, hProperties: { value: Number(number) } };
};
