import { Refusal } from '@sitrep/shared/kernel/errors';
import { findJsonFault } from './json-faults.ts';

export type JsonLimits = {
  /** Arrays and objects within each other; a scalar has depth 0. */
  readonly maxDepth: number;
  /** Integers beyond 2^53 become text instead of another number. */
  readonly bigIntegersAsText?: boolean;
};

/**
 * JSON text to a value. Depth is checked before anything is built: code that walks a value may recurse over it.
 * @throws Refusal `invalid`, with the path of the first fault
 */
export const parseJson = (text: string, { maxDepth, bigIntegersAsText = false }: JsonLimits): unknown => {
  const { tooDeep, bigIntegers } = scan(text, maxDepth);
  if (!tooDeep) {
    try {
      return JSON.parse(bigIntegersAsText ? quoted(text, bigIntegers) : text) as unknown;
    } catch {
      // Said below, in words that do not change with the version of Node.
    }
  }
  const { path, message } = findJsonFault(text, maxDepth) ?? { path: '', message: 'Not JSON.' };
  throw new Refusal('invalid', message, { faults: [{ path, message }] });
};

type Span = { readonly from: number; readonly to: number };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// Every integer of 15 digits is exact.
const EXACT_DIGITS = 15;

/** One pass over what lies outside of strings. */
const scan = (text: string, maxDepth: number): { tooDeep: boolean; bigIntegers: readonly Span[] } => {
  const bigIntegers: Span[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at + 1);
    } else if (isDigit(code)) {
      const end = endOfDigits(text, at);
      if (end - at > EXACT_DIGITS && isInteger(text, at, end)) {
        bigIntegers.push({ from: text[at - 1] === '-' ? at - 1 : at, to: end });
      }
      at = end;
    } else {
      if (isOpening(code)) depth += 1;
      else if (isClosing(code)) depth -= 1;
      if (depth > maxDepth) return { tooDeep: true, bigIntegers };
      at += 1;
    }
  }
  return { tooDeep: false, bigIntegers };
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;

const endOfDigits = (text: string, from: number): number => {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
};

/** A whole number by itself: no fraction, no exponent, no leading zero. */
const isInteger = (text: string, from: number, to: number): boolean => {
  const before = text[from - 1] === '-' ? text[from - 2] : text[from - 1];
  return !/[.eE+]/.test(text[to] ?? '') && !/[.eE+]/.test(before ?? '') && text[from] !== '0';
};

/** Position after the closing quote. */
const endOfString = (text: string, from: number): number => {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (quote - 1 - escapes >= from && text.charCodeAt(quote - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return quote + 1;
  }
  return text.length;
};

const quoted = (text: string, integers: readonly Span[]): string => {
  if (integers.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of integers) {
    parts.push(text.slice(done, from), '"', text.slice(from, to), '"');
    done = to;
  }
  parts.push(text.slice(done));
  return parts.join('');
};
