const LONGEST = 39;

/** A handle to begin with: "José Núñez" is @jose.nunez. */
export const handleOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, LONGEST)
    .replace(/\.+$/, '');
