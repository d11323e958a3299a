/** With TLS the browser itself guards the cookie against being planted or sent elsewhere. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-sitrep' : 'sitrep_session');

export const THEME_COOKIE = 'sitrep-theme';

export const cookieValue = (header: string | undefined, name: string): string | undefined => {
  for (const part of header?.split(';') ?? []) {
    const separator = part.indexOf('=');
    if (separator > 0 && part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim();
  }
  return undefined;
};

/** A session cookie; without a token, its removal. */
export const sessionCookie = (secure: boolean, token: string | undefined, maxAgeMs: number): string => {
  const age = token === undefined ? 0 : Math.floor(maxAgeMs / 1_000);
  const parts = [`${sessionCookieName(secure)}=${token ?? ''}`, 'Path=/', `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax'];
  return (secure ? [...parts, 'Secure'] : parts).join('; ');
};
