type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

const sameFields = (a: Plain, b: Plain): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
};

/** Equality of JSON values. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  return sameFields(a, b);
};

/** The former object where nothing changed, so that what is shown from it need not be drawn again. */
export const keepSame = <T>(former: T | undefined, next: T): T =>
  former !== undefined && same(former, next) ? former : next;
