import { expect, it } from 'vitest';
import { linkParts } from './link-parts.ts';

it.each([
  ['', []],
  ['plain', ['text:plain']],
  ['see https://a.b/c?d=1, then', ['text:see ', 'link:https://a.b/c?d=1', 'text:, then']],
  ['(http://x.y)', ['text:(', 'link:http://x.y', 'text:)']],
  ['javascript:alert(1)', ['text:javascript:alert(1)']],
])('finds the addresses of %j', (text, expected) => {
  expect(linkParts(text).map((part) => `${part.kind}:${part.text}`)).toEqual(expected);
});
