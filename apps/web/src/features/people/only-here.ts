const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/u;

/** A link to this address leads everybody to their own computer. */
export const isOnlyHere = (hostname: string): boolean => LOOPBACK.test(hostname);
