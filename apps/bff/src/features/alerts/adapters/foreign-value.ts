import { storable } from '@sitrep/shared/kernel/text';

/** An object out of somebody's JSON. Its own fields only, since any name may be in it: `__proto__`, `constructor`. */
export type ForeignRecord = Readonly<Record<string, unknown>>;

export const isForeignRecord = (value: unknown): value is ForeignRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldOf = (record: ForeignRecord, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Text, numbers and booleans as text; nothing for everything else. */
export const scalarText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

/** A field that holds something, by its path in the alert. */
export type Said = { readonly field: string; readonly value: unknown };

/** The first of these fields that holds something to read. */
export const firstSaid = (record: ForeignRecord, names: readonly string[], within = ''): Said | undefined => {
  const name = names.find((candidate) => (scalarText(fieldOf(record, candidate)) ?? '').trim() !== '');
  return name === undefined ? undefined : { field: `${within}${name}`, value: fieldOf(record, name) };
};

export const firstText = (record: ForeignRecord, names: readonly string[]): string | undefined =>
  scalarText(firstSaid(record, names)?.value);

/** Whatever it is, as text: structures as JSON. */
export const anyText = (value: unknown): string => scalarText(value) ?? JSON.stringify(value) ?? '';

/** One line of at most `max` characters; may be empty. */
export const oneLine = (text: string, max: number): string =>
  cut(storable(ahead(text, max)).replace(/\s+/gu, ' ').trim(), max);

/** Several lines, at most `max` characters. */
export const paragraph = (text: string, max: number): string => cut(storable(ahead(text, max)).trimEnd(), max);

// Cleaning may shorten a text, but nobody needs a megabyte cleaned for a line of it.
const ahead = (text: string, max: number): string => text.slice(0, max * 4);

// The cut may fall within a surrogate pair, so the text is mended once more.
const cut = (text: string, max: number): string => (text.length <= max ? text : `${storable(text.slice(0, max - 1))}…`);
