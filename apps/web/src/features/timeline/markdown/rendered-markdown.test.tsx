import * as fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it, vi } from 'vitest';
import { en } from '../../../messages/en.ts';
import { RenderedMarkdown } from './rendered-markdown.tsx';

// Hundreds of random texts take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const html = (text: string): string =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <RenderedMarkdown text={text} />
    </IntlProvider>,
  );

const unescaped = (markup: string): string =>
  markup.replace(/&(lt|gt|quot|#x27|amp);/g, (_all, name: string) => {
    return { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' }[name] ?? '';
  });
const textOf = (markup: string): string => unescaped(markup.replace(/<[^>]*>/g, ''));

describe('Markdown', () => {
  it.each([
    ['**strong**', '<strong>strong</strong>'],
    ['*weak*', '<em>weak</em>'],
    ['~~gone~~', '<del>gone</del>'],
    ['# Title', '<p class="font-semibold">Title</p>'],
    ['a\nb', 'a\nb'],
    ['3. c\n5. e', '<li value="5">e</li>'],
    ['`a`', '>a</code>'],
    ['```sql\nselect 1\nfrom a\n```', 'sql · 2 lines'],
    ['```what db1 says\nno\n```', '>what db1 says\nno</pre>'],
    ['https://example.org/x.', 'href="https://example.org/x"'],
    ['| a | b |\n|---|---|\n| 1 | 2 | 3 |', '>3</td>'],
  ])('[WRITE-4] %j', (text, expected) => {
    expect(html(text)).toContain(expected);
  });

  it.each(['2*3*4', 'a__b__c', '__init__.py', 'x<b>y</b>', 'C:\\*.log', '&lt;', '[a]: http://x.example', '[^1]: note'])(
    '[WRITE-5] %j stands as it was typed',
    (text) => {
      expect(textOf(html(text))).toBe(text);
    },
  );

  it('[WRITE-5] neither dashes below a line nor indentation make something else of it', () => {
    expect(html('a\n---')).not.toContain('<h2');
    expect(html('a\n\n    b')).not.toContain('<pre');
  });
});

describe('[WRITE-6] nothing that was typed runs, loads or leads astray', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox)',
    '[x](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](https://tracker.example/pixel.gif)',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '**<b onmouseover=alert(1)>x</b>**',
    '```html\n<script>alert(1)</script>\n```',
  ])('%j', (text) => {
    const markup = html(text);
    expect(markup).not.toMatch(/<(script|img|svg|iframe|style|b|object|form|button(?! ))\b/i);
    expect(markup).not.toMatch(/<[^>]*\s(on\w+|style|srcdoc|src)=/i);
    expect(markup).not.toMatch(/href="(?!https?:|mailto:)/i);
  });

  it('an image is a link, and tells its server nothing of the reader', () => {
    const markup = html('![graph](https://grafana.example/a.png)');
    expect(markup).toContain('href="https://grafana.example/a.png"');
    expect(markup).toContain('rel="noreferrer noopener"');
    expect(textOf(markup)).toBe('graph');
  });

  it('a path that a link names is shown beside its words', () => {
    expect(textOf(html('[logs](/var/log)'))).toBe('logs (/var/log)');
  });
});

it('[WRITE-3] every word that was typed is there, in its order', () => {
  const marks = [
    '**',
    '*',
    '_',
    '__',
    '~~',
    '`',
    '```\n',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '|',
    '|---|---|',
    '\n---\n',
  ];
  const others = ['<b>', '</b>', '[', ']', '(', ')', ' ', '    ', '\\', '&amp;', '!', '7'];
  const piece = fc.constantFrom(...marks, ...others, 'alpha', 'beta', 'gamma', 'delta');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const words = (value: string) => value.match(/alpha|beta|gamma|delta/g) ?? [];
      const text = pieces.join('');
      expect(words(unescaped(html(text)).replace(/ title="[^"]*"/g, ''))).toEqual(words(text));
    }),
    { numRuns: 200 },
  );
});
