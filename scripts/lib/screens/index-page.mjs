import { SIZES, THEMES } from './table.mjs';

const STATES = /** @type {const} */ ({
  busy: 'in the middle of the drill',
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
      .flatMap(([state, meaning]) => [`### ${state}: ${meaning}`, pictures(`${name}-${state}`, files)]),
  ]);
  return `${[
    '# Screens',
    'Made by `npm run screens` out of the practice incident that `npm run sitrep -- demo` plays, in its 110th minute.',
    ...parts,
  ].join('\n\n')}\n`;
};

/** @param {string} prefix @param {ReadonlySet<string>} files */
const pictures = (prefix, files) => {
  const rows = SIZES.flatMap(({ width }) => {
    const cells = THEMES.map((theme) => `${prefix}-${width}-${theme}.webp`);
    if (!cells.some((file) => files.has(file))) return [];
    const shown = cells.map((file) => (files.has(file) ? `![${file}](${file})` : 'missing'));
    return [`| ${width} | ${shown.join(' | ')} |`];
  });
  return [`| width | ${THEMES.join(' | ')} |`, `| --- | ${THEMES.map(() => '---').join(' | ')} |`, ...rows].join('\n');
};
