/**
 * What JSON would lose or change: `undefined`, Map, Set, Date, class instances, NaN. Answers the path of the first such
 * thing; nothing where all is plain.
 */
export const notPlainJson = (value: unknown, path = '$'): string | undefined => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? undefined : path;
  if (Array.isArray(value)) return first(value.map((item, index) => notPlainJson(item, `${path}[${index}]`)));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return path;
  return first(Object.entries(value).map(([key, item]) => notPlainJson(item, `${path}.${key}`)));
};

export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

const first = (paths: readonly (string | undefined)[]): string | undefined => paths.find((path) => path !== undefined);
