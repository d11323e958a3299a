import { describe, expect, it } from 'vitest';
import { guessKind, linkName } from './link-look.ts';

describe('a link', () => {
  it.each([
    ['War room', 'https://meet.example.com/42', 'War room'],
    ['', 'https://www.example.com/a/', 'example.com/a'],
    ['', 'tel:+49 30 1234', '+49 30 1234'],
    ['', 'mailto:team@example.com', 'team@example.com'],
  ])('[SIT-20] labelled %j to %s is shown as %s', (label, url, name) => {
    expect(linkName({ label, url })).toBe(name);
  });

  it.each([
    ['https://meet.example.com/42', 'bridge'],
    ['https://example.zoom.us/j/1', 'bridge'],
    ['tel:+49', 'bridge'],
    ['https://acme.slack.com/archives/C1', 'chat'],
    ['https://grafana.example.com/d/1', 'dashboard'],
    ['https://docs.example.com/d/1', 'document'],
    ['https://example.com/recall', 'other'],
  ] as const)('[SIT-20] to %s is taken for a %s at first', (url, kind) => {
    expect(guessKind(url)).toBe(kind);
  });
});
