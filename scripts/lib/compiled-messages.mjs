import compile from 'icu-minify/compile';
import { runnerImport } from 'vite';

/** @typedef {string | readonly unknown[] | { readonly [key: string]: Compiled }} Compiled */
/** @typedef {string | { readonly [key: string]: Texts }} Texts */

/**
 * @param {Texts} texts
 * @returns {Compiled}
 */
export const compileTexts = (texts) =>
  typeof texts === 'string'
    ? compile(texts)
    : Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, compileTexts(value)]));

/**
 * Parses every text in the build, so that the page loads no parser of them. `npm run dev` and tests parse as they go.
 * @param {{ languages: RegExp, formatter: string }} options the files that export the texts of one language each, and the
 *   one that formats what was compiled
 * @returns {import('vite').Plugin}
 */
export const compiledMessages = ({ languages, formatter }) => ({
  name: 'compiled-messages',
  apply: 'build',
  enforce: 'pre',
  config: () => ({ resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: formatter }] } }),
  load: async (id) => {
    if (!languages.test(id)) return undefined;
    const { module } = await runnerImport(id, { configFile: false, logLevel: 'error' });
    return Object.entries(/** @type {Record<string, Texts>} */ (module))
      .map(([name, texts]) => `export const ${name} = ${JSON.stringify(compileTexts(texts))};`)
      .join('\n');
  },
});
