import { describe, expect, it } from 'vitest';
import { formatLocaleOf, localeOf } from './messages.ts';

const day = (preferred: readonly string[]): string =>
  new Intl.DateTimeFormat(formatLocaleOf('en', preferred), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 20),
  );

describe('language of the texts and the way to write times', () => {
  it('takes the first language there are texts in, else English', () => {
    expect(localeOf(['de-DE', 'en-US'])).toBe('en');
    expect(localeOf([])).toBe('en');
  });

  it('writes times as they are written where the reader lives, in the language of the texts', () => {
    expect(day(['en-GB', 'en-US'])).toBe('20 November');
    expect(day(['en-US'])).toBe('November 20');
    expect(day(['de-DE', 'en-US'])).toBe('20 November');
  });

  it('falls back to the language alone', () => {
    expect(formatLocaleOf('en', ['en'])).toBe('en');
    expect(formatLocaleOf('en', ['not a language', 'en-AU'])).toBe('en-AU');
    expect(formatLocaleOf('en', [])).toBe('en');
  });
});
