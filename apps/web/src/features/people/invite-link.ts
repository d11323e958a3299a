/** The token stands in the fragment: it reaches no log and no referrer. */
export const inviteLink = (origin: string, token: string): string =>
  `${origin}/join#token=${encodeURIComponent(token)}`;
