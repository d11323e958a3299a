import { createHash } from 'node:crypto';
import { storable } from '@sitrep/shared/kernel/text';
import { fieldOf, anyText, type ForeignRecord } from './foreign-value.ts';

const MAX_IDENTITY = 240;
const READABLE_PART = 150;

/**
 * Text that tells one thing from another, as the tool sent it where it fits. What is too long or cannot be stored
 * keeps its readable beginning and gets a hash, so that two identities never become one.
 */
export const identity = (text: string): string => {
  if (text.length <= MAX_IDENTITY && storable(text) === text) return text;
  return `${storable(text.slice(0, READABLE_PART))}… sha256:${sha256(text)}`;
};

/** The same labels in any order give the same hash. */
export const labelHash = (labels: ForeignRecord): string => {
  const names = Object.keys(labels).toSorted((a, b) => (a < b ? -1 : 1));
  return `sha256:${sha256(JSON.stringify(names.map((name) => [name, anyText(fieldOf(labels, name))])))}`;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
