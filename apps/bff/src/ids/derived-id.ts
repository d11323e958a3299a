import { createHash } from 'node:crypto';

/**
 * The same parts give the same id, on every node and after every restart: a UUID of version 8 out of a SHA-256. The
 * parts are told apart, so that ('a', 'bc') and ('ab', 'c') differ.
 */
export const derivedId = (...parts: readonly string[]): string => {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
