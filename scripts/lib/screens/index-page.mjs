import { SIZES, THEMES } from './table.mjs';

const STATES = /** @type {const} */ ({
  busy: 'during the drill',
  empty: 'on a new server',
  error: 'the server fails, or the thing is not there',
  offline: 'cut off from the server',
});

/**
 * The page that shows all pictures, by screen and state.
 * @param {readonly import('./table.mjs').Screen[]} screens
 * @param {readonly import('./shot.mjs').Taken[]} taken
 */
export const indexPage = (screens, taken) => {
  const files = new Set(taken.map(({ file }) => file));
  const parts = screens.flatMap(({ name, title, states }) => [
    `## ${title}`,
    ...Object.entries(STATES)
      .filter(([state]) => state in states)
      .flatMap(([state, meaning]) => [`### ${title}: ${meaning}`, ...pictures(`${name}-${state}`, files)]),
  ]);
  return `${[
    '# Screens',
    'Made by `npm run screens`, out of the practice incident that `npm run sitrep -- demo` plays.',
    ...parts,
  ].join('\n\n')}\n`;
};

/** A paragraph for each width, the themes side by side. @param {string} prefix @param {ReadonlySet<string>} files */
const pictures = (prefix, files) =>
  SIZES.flatMap(({ width }) => {
    const shown = THEMES.map((theme) => `${prefix}-${width}-${theme}.webp`).filter((file) => files.has(file));
    if (shown.length === 0) return [];
    return `<p>\n${shown.map((file) => `  <img src="${file}" alt="${file}" width="${SHARE}" />`).join('\n')}\n</p>`;
  });

const SHARE = '48%';
