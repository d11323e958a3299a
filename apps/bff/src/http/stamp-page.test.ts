import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stampPage } from './stamp-page.ts';

const page = readFileSync(new URL('../../../web/index.html', import.meta.url), 'utf8');

const attributes = (stamped: string) => ({
  theme: /data-theme="([^"]*)"/.exec(stamped)?.[1],
  density: /data-density="([^"]*)"/.exec(stamped)?.[1],
  light: /data-scheme="light" media="([^"]*)"/.exec(stamped)?.[1],
  dark: /data-scheme="dark" media="([^"]*)"/.exec(stamped)?.[1],
});

describe('the page', () => {
  it('[UI-3] follows the system where nobody has chosen', () => {
    expect(stampPage(page, {})).toBe(page);
    expect(attributes(page)).toEqual({
      theme: 'system',
      density: 'default',
      light: '(prefers-color-scheme: light)',
      dark: '(prefers-color-scheme: dark)',
    });
  });

  it.each([
    ['light', 'all', 'not all'],
    ['dark', 'not all', 'all'],
    ['tv', 'not all', 'all'],
  ])('[UI-3] is stamped %s', (theme, light, dark) => {
    expect(attributes(stampPage(page, { theme }))).toEqual({ theme, density: 'default', light, dark });
  });

  it.each(['compact', 'comfy'])('[UI-4] is stamped %s', (density) => {
    expect(attributes(stampPage(page, { density }))).toMatchObject({ theme: 'system', density });
  });

  it.each(['"><script>alert(1)</script>', 'constructor', '__proto__', 'DARK', ''])(
    '[UI-3] takes nothing from a cookie that is no choice of ours: %s',
    (value) => {
      expect(stampPage(page, { theme: value, density: value })).toBe(page);
    },
  );
});
