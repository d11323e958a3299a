import { describe, expect, it } from 'vitest';
import { alertmanagerCurl, alertmanagerReceiver, genericCurl } from './snippets.ts';

const ORIGIN = 'https://sitrep.example';

describe('what is copied into the tools', () => {
  it('is a receiver with the token as credentials', () => {
    const yaml = alertmanagerReceiver(ORIGIN, 'abc');
    expect(yaml).toContain(`url: ${ORIGIN}/api/v1/ingest/alertmanager`);
    expect(yaml).toContain('authorization:\n            credentials: abc');
  });

  it.each([genericCurl(ORIGIN, 'abc'), alertmanagerCurl(ORIGIN, 'abc', 0)])(
    'is one shell command whose body is JSON',
    (command) => {
      expect(command).toContain("'Authorization: Bearer abc'");
      const body = /-d '([^']+)'$/.exec(command)?.[1];
      expect(() => JSON.parse(body ?? '') as unknown).not.toThrow();
    },
  );

  it('is an alert that begins now', () => {
    expect(alertmanagerCurl(ORIGIN, 'abc', Date.UTC(2026, 10, 20, 3, 12))).toContain(
      '"startsAt":"2026-11-20T03:12:00.000Z"',
    );
  });
});
