/** `?at=` as UTC ms; nothing for what is no time. */
export const timeOf = (at: string | undefined): number | undefined => {
  if (at === undefined) return undefined;
  const time = Date.parse(at);
  return Number.isNaN(time) ? undefined : time;
};
