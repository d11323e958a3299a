import format from 'use-intl/format-message/format-only';

type Arguments = Parameters<typeof format>;

/** Those that ICU has without being told; what formats compiled texts knows none. */
const NUMBERS = { integer: { maximumFractionDigits: 0 }, percent: { style: 'percent' } } as const;

/** In the place of `use-intl/format-message` in the build, where texts come compiled: see vite.config.ts. */
const formatCompiled = (...[key, message, values, options]: Arguments): ReturnType<typeof format> => {
  const globalFormats = { ...options.globalFormats, number: { ...NUMBERS, ...options.globalFormats?.number } };
  const words = format(key, message, values, { ...options, globalFormats });
  // What comes out empty comes as an empty list, which would count as something.
  return Array.isArray(words) && words.length === 0 ? '' : words;
};
formatCompiled.raw = false;

export default formatCompiled;
