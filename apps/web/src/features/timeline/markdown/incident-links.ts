import { linkParts } from '../link-parts.ts';

type Node = { type: string; value?: string; url?: string; children?: Node[] };

const plugin =
  () =>
  (tree: Node): void =>
    walk(tree);

/** A plugin of remark: keys such as INC-2026-0042 lead to their rooms. */
export const incidentLinks = plugin;

const walk = (node: Node): void => {
  if (node.children === undefined || node.type === 'link' || node.type === 'linkReference') return;
  node.children = node.children.flatMap((child) => (child.type === 'text' ? linked(child) : [child]));
  for (const child of node.children) walk(child);
};

/** Addresses in text are links by now, so that only keys are left. */
const linked = (text: Node): Node[] =>
  linkParts(text.value ?? '').map((part) =>
    part.kind === 'incident'
      ? { type: 'link', url: `/incidents/${part.text}`, children: [{ type: 'text', value: part.text }] }
      : { type: 'text', value: part.text },
  );
