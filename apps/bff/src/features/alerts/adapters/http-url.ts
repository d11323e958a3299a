const LONGEST = 2_000;

/** An address that is safe to link to: http or https, absolute, without the password that some tools put into it. */
export const httpUrl = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value.length > LONGEST || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href.length > LONGEST ? undefined : url.href;
};
