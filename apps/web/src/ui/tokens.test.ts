import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, parseColour } from './testing/colour.ts';
import { TOKEN_THEMES, tokenColour, type TokenTheme } from './testing/read-tokens.ts';

type Pair = readonly [front: string, back: string, themes?: readonly TokenTheme[]];

const GROUNDS = ['bg', 'surface', 'raised'];
const SEVERITIES = [1, 2, 3, 4];
const on = (front: string, backs: readonly string[]): readonly Pair[] => backs.map((back) => [front, back]);

/** What is read. The wall has no tints, and no raised ground. */
const TEXT: readonly Pair[] = [
  ...on('text', [...GROUNDS, 'accent-bg']),
  ...on('text-2', [...GROUNDS, 'accent-bg']),
  ...on('accent', [...GROUNDS, 'accent-bg']),
  ...on('ok-fg', GROUNDS),
  ['on-accent', 'accent'],
  ['on-neutral', 'neutral'],
  ...SEVERITIES.flatMap((severity): readonly Pair[] => [
    [`on-sev${severity}`, `sev${severity}`],
    ...on(`sev${severity}-fg`, ['bg', 'surface']),
    [`sev${severity}-fg`, 'raised', ['light', 'dark']],
    [`sev${severity}-fg`, `sev${severity}-bg`, ['light', 'dark']],
    ['text', `sev${severity}-bg`, ['light', 'dark']],
    ['text-2', `sev${severity}-bg`, ['light', 'dark']],
  ]),
];

/** What is only seen: edges of controls, the focus ring, the edges of the marks. */
const SEEN: readonly Pair[] = [
  ...on('border-strong', ['bg', 'surface']),
  ...on('accent', GROUNDS),
  ...on('neutral', ['bg', 'surface']),
  ...SEVERITIES.flatMap((severity) => on(`sev${severity}-fg`, GROUNDS)),
];

const rows = (pairs: readonly Pair[]) =>
  TOKEN_THEMES.flatMap((theme) =>
    pairs
      .filter(([, , themes]) => themes?.includes(theme) ?? true)
      .map(([front, back]) => {
        const ratio = contrast(tokenColour(front, theme), tokenColour(back, theme));
        return { theme, front, back, ratio, shown: ratio.toFixed(1) };
      }),
  );

describe('contrast', () => {
  it('is measured as WCAG does', () => {
    expect(contrast(parseColour('#fff'), parseColour('#000'))).toBeCloseTo(21, 5);
    expect(contrast(parseColour('#767676'), parseColour('#fff'))).toBeCloseTo(4.54, 2);
    expect(contrast(parseColour('oklch(1 0 0)'), parseColour('oklch(0 0 0)'))).toBeCloseTo(21, 3);
    expect(contrast(parseColour('oklch(0.6279554 0.25768 29.2339)'), parseColour('#ff0000'))).toBeCloseTo(1, 2);
  });

  it.each(rows(TEXT))('[UI-1] $theme: $front on $back has $shown, and text needs 4.5', ({ ratio }) => {
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it.each(rows(SEEN))('[UI-2] $theme: $front beside $back has $shown, and what is seen needs 3', ({ ratio }) => {
    expect(ratio).toBeGreaterThanOrEqual(3);
  });
});

describe("the colour of the browser's own bar", () => {
  const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');

  it.each(['light', 'dark'] as const)('[UI-3] is that of the page in %s', (scheme) => {
    const content = new RegExp(`data-scheme="${scheme}"[^>]*content="(#[0-9a-f]{6})"`).exec(page)?.[1] ?? '';
    const ground = tokenColour('bg', scheme);
    parseColour(content).forEach((channel, index) => expect(channel).toBeCloseTo(ground[index] ?? 0, 2));
  });
});
