import { _createCache, _createIntlFormatters } from 'use-intl';
import formatParsed from 'use-intl/format-message';
import { expect, test } from 'vitest';
import formatCompiled from '../../apps/web/src/messages/format-compiled.ts';
import { en } from '../../apps/web/src/messages/en.ts';
import { compileTexts } from './compiled-messages.mjs';

/** What a compiled text holds in place of a value: its name, its kind, and the texts to choose from. */
const SELECT = 1;
const NUMBERS = [0, 1, 2, 21, 1234.5];

/** @param {import('./compiled-messages.mjs').Texts} texts @param {string} [at] @returns {[string, string][]} */
const flat = (texts, at = '') =>
  typeof texts === 'string'
    ? [[at, texts]]
    : Object.entries(texts).flatMap(([key, value]) => flat(value, at === '' ? key : `${at}.${key}`));

/** The n-th choice of values for all places of a text, those inside other places too. @param {any} compiled @param {number} n @returns {Record<string, string | number>} */
const valuesFor = (compiled, n) => {
  /** @type {Record<string, string | number>} */
  const values = {};
  if (!Array.isArray(compiled)) return values;
  for (const place of compiled) {
    if (!Array.isArray(place)) continue;
    const [name, kind, choices] = place;
    const options = typeof choices === 'object' && choices !== null ? choices : {};
    for (const option of Object.values(options)) Object.assign(values, valuesFor(option, n));
    if (kind === SELECT) values[name] = Object.keys(options)[n % Object.keys(options).length] ?? '';
    else values[name] ??= kind === undefined ? `Ana ${n} <b>'{x}'</b>` : (NUMBERS[n] ?? 0);
  }
  return values;
};

test('[HTTP-11] every text reads the same compiled as parsed', () => {
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), locale: 'en', timeZone: 'UTC' };
  const texts = flat(en);
  expect(texts.length).toBeGreaterThan(300);
  for (const [key, text] of texts) {
    const compiled = /** @type {any} */ (compileTexts(text));
    for (let n = 0; n < NUMBERS.length; n += 1) {
      const values = valuesFor(compiled, n);
      const parsed = formatParsed(key, text, values, options);
      expect(formatCompiled(key, compiled, values, options), `${key} with ${JSON.stringify(values)}`).toBe(parsed);
    }
  }
});
