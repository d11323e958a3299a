import { readFileSync } from 'node:fs';
import { parseColour, type Rgb } from './colour.ts';

export const TOKEN_THEMES = ['light', 'dark', 'tv'] as const;
export type TokenTheme = (typeof TOKEN_THEMES)[number];

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');

const declarationsOf = (selector: string): ReadonlyMap<string, string> => {
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, head = '']) =>
    head
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .split(',')
      .some((part) => part.trim() === selector),
  );
  const pairs = blocks.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)]);
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
};

/** The two sides of `light-dark(…, …)`; the comma within a colour's own brackets is not the one between them. */
const side = (value: string, scheme: 'light' | 'dark'): string => {
  const inner = /^light-dark\(([^]*)\)$/.exec(value)?.[1];
  if (inner === undefined) return value;
  const [light = '', dark = ''] = inner.split(/,(?![^(]*\))/).map((part) => part.trim());
  return scheme === 'light' ? light : dark;
};

/** A colour as the theme has it, read from the style sheet that the product ships. */
export const tokenColour = (name: string, theme: TokenTheme): Rgb => {
  const base = declarationsOf(':root');
  const own = theme === 'tv' ? declarationsOf("[data-theme='tv']") : new Map<string, string>();
  const resolve = (token: string): string => {
    const value = own.get(token) ?? base.get(token);
    if (value === undefined) throw new Error(`tokens.css has no --${token}.`);
    const chosen = side(value, theme === 'light' ? 'light' : 'dark');
    const reference = /^var\(--([\w-]+)\)$/.exec(chosen)?.[1];
    return reference === undefined ? chosen : resolve(reference);
  };
  return parseColour(resolve(name));
};
