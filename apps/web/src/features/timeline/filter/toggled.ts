/** The list with or without it; nothing instead of an empty one. */
export const toggled = <T>(list: readonly T[] | undefined, one: T): T[] | undefined => {
  const next = list?.includes(one) === true ? list.filter((other) => other !== one) : [...(list ?? []), one];
  return next.length === 0 ? undefined : next;
};
