import type { WrittenKind } from '@sitrep/shared/timeline/values';

const GUESSES: readonly (readonly [WrittenKind, RegExp])[] = [
  ['link', /^https?:\/\/\S+$/i],
  ['decision', /^(?:decision\b|decided\b|agreed\b|we(?:'ve| have)? (?:decided|agreed)\b)|\b(?:decided|agreed) to\b/i],
  [
    'change',
    /^(?:deployed|deploying|rolled? back|rolling back|reverted|reverting|restarted|restarting|scaled|failed over|failing over|drained|disabled|enabled|released|hotfix(?:ed)?|merged)\b|\b(?:i|we)(?:'ve| have)? (?:just )?(?:deployed|rolled back|reverted|restarted|scaled|failed over|drained|disabled|enabled|released)\b/i,
  ],
  ['impact', /\b(?:customers?|users?)\b.{0,40}\b(?:cannot|can't|can’t|unable|see|seeing|report|reporting|affected)\b/i],
  ['finding', /^(?:found\b|root cause\b|cause\b|turns out\b|looks like\b)|\b(?:root cause is|is caused by)\b/i],
];

/** What a line of a conversation probably is; a note where nothing speaks for more. */
export const guessKind = (text: string): WrittenKind =>
  GUESSES.find(([, sounds]) => sounds.test(text.trim()))?.[0] ?? 'note';
