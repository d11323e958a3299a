import { expect, it } from 'vitest';
import { linkParts } from './link-parts.ts';

it.each([
  ['', []],
  ['plain', ['text:plain']],
  ['see https://a.b/c?d=1, then', ['text:see ', 'link:https://a.b/c?d=1', 'text:, then']],
  ['(http://x.y)', ['text:(', 'link:http://x.y', 'text:)']],
  ['as in INC-2026-0042.', ['text:as in ', 'incident:INC-2026-0042', 'text:.']],
  ['https://a.b/incidents/INC-2026-0042', ['link:https://a.b/incidents/INC-2026-0042']],
  ['XINC-2026-0042 INC-26-1 INC-2026-0042-b', ['text:XINC-2026-0042 INC-26-1 INC-2026-0042-b']],
  ['javascript:alert(1)', ['text:javascript:alert(1)']],
])('finds the addresses and incidents of %j', (text, expected) => {
  expect(linkParts(text).map((part) => `${part.kind}:${part.text}`)).toEqual(expected);
});
