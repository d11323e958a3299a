import { expect, test } from 'vitest';
import { withoutToken } from './redact-token.ts';

test.each([
  ['/api/v1/ingest/generic?token=secret', '/api/v1/ingest/generic?token=…'],
  ['/x?a=1&Token=secret&b=2', '/x?a=1&Token=…&b=2'],
  ['/x?token=one&token=two#token=three', '/x?token=…&token=…#token=three'],
  ['/x?tokens=2', '/x?tokens=2'],
])('[ING-2] the token in %s is not logged', (url, shown) => {
  expect(withoutToken(url)).toBe(shown);
});
