import { block, inline, utc } from './markdown-text.ts';

export const paragraph = (text: string): readonly string[] => (text.trim() === '' ? [] : [block(text)]);

/** `- **Label**: text`, nothing where there is none. */
export const field = (label: string, text: string | undefined, indent = ''): readonly string[] =>
  text === undefined || text.trim() === '' ? [] : [`${indent}- **${label}**: ${inline(text)}`];

export const optionalUtc = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : `${utc(at)} UTC`;

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).replaceAll('-', ' ');
