import { expect, it } from 'vitest';
import { incidentLinks } from './incident-links.ts';

const text = (value: string) => ({ type: 'text', value });

it('[REL-22] keys of incidents lead to their rooms, but for those that stand in a link or in code', () => {
  const link = { type: 'link', url: 'https://a.b', children: [text('INC-2026-0001')] };
  const code = { type: 'inlineCode', value: 'INC-2026-0001' };
  const tree = {
    type: 'root',
    children: [{ type: 'paragraph', children: [text('as in INC-2026-0042.'), link, code] }],
  };
  incidentLinks()(tree);
  expect(tree.children[0]?.children).toEqual([
    text('as in '),
    { type: 'link', url: '/incidents/INC-2026-0042', children: [text('INC-2026-0042')] },
    text('.'),
    link,
    code,
  ]);
});
