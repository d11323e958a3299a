/** `#token=…`: in the fragment, so that it reaches no server log and no referrer. */
export const tokenOf = (hash: string): string | undefined =>
  new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? undefined;
