export type SessionCookie = { readonly name: string; readonly secure: boolean };

/**
 * With TLS the browser itself guards the cookie against being planted or sent elsewhere. Ports of one host share cookies:
 * a drill beside the real server must not sign anybody out of that.
 */
export const sessionCookieOf = ({ secure, isDrill }: { secure: boolean; isDrill: boolean }): SessionCookie => {
  const name = secure ? '__Host-sitrep' : 'sitrep_session';
  return { name: isDrill ? `${name}_drill` : name, secure };
};

export const THEME_COOKIE = 'sitrep-theme';
export const DENSITY_COOKIE = 'sitrep-density';

export const cookieValue = (header: string | undefined, name: string): string | undefined => {
  for (const part of header?.split(';') ?? []) {
    const separator = part.indexOf('=');
    if (separator > 0 && part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim();
  }
  return undefined;
};

/** The cookie to set; without a token, its removal. */
export const setSessionCookie = (
  { name, secure }: SessionCookie,
  token: string | undefined,
  maxAgeMs: number,
): string => {
  const age = token === undefined ? 0 : Math.floor(maxAgeMs / 1_000);
  const parts = [`${name}=${token ?? ''}`, 'Path=/', `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax'];
  return (secure ? [...parts, 'Secure'] : parts).join('; ');
};
