import { describe, expect, it } from 'vitest';
import { parsePasted } from './parse-pasted.ts';
import { likelyDay, needsDay, needsZone, placeInTime } from './place-in-time.ts';

const now = Date.UTC(2026, 10, 20, 15, 0);
const messagesOf = (text: string) => parsePasted(text).messages;
const placed = (text: string, day = '2026-11-20') =>
  placeInTime(messagesOf(text), { zone: 'utc', day, now }).map((at) => new Date(at).toISOString().slice(0, 16));

describe('[WRITE-65] when it was', () => {
  it.each([
    ['14:35 a', ['2026-11-20T14:35']],
    ['23:58 a\n00:03 b', ['2026-11-20T23:58', '2026-11-21T00:03']],
    ['14:35 a\n14:20 b', ['2026-11-20T14:35', '2026-11-20T14:20']],
    ['2026-11-18 14:35 a\n14:36 b', ['2026-11-18T14:35', '2026-11-18T14:36']],
    ['Yesterday 14:35 a\nToday 09:00 b', ['2026-11-19T14:35', '2026-11-20T09:00']],
    ['Wednesday 14:35 a', ['2026-11-18T14:35']],
    ['18/11 14:35 a\n03/11 14:35 b', ['2026-11-18T14:35', '2026-11-03T14:35']],
    ['11/18/2026 2:35 PM a\n11/03/2026 2:35 PM b', ['2026-11-18T14:35', '2026-11-03T14:35']],
    ['11/03/2026 2:35 PM a', ['2026-11-03T14:35']],
    ['03/11/2026 14:35 a', ['2026-11-03T14:35']],
    ['Dec 24 14:35:00 a', ['2025-12-24T14:35']],
    ['--- 18 Nov 2026 ---\n14:35 a\n--- 19 Nov 2026 ---\n14:35 b', ['2026-11-18T14:35', '2026-11-19T14:35']],
    ['2026-11-20 14:35:00+02:00 a', ['2026-11-20T12:35']],
  ])('%j', (text, expected) => {
    expect(placed(text)).toEqual(expected);
  });

  it('the line says its zone: the choice does not count', () => {
    const [at] = placeInTime(messagesOf('2026-11-20 14:35:00Z a'), { zone: 'mine', day: '2026-11-20', now });
    expect(at).toBe(Date.UTC(2026, 10, 20, 14, 35));
    expect(needsZone(messagesOf('2026-11-20 14:35:00Z a'))).toBe(false);
    expect(needsZone(messagesOf('14:35 a'))).toBe(true);
  });
});

describe('[WRITE-66] the day that is offered', () => {
  it.each([
    ['14:35 a', '2026-11-20'],
    ['16:35 a', '2026-11-19'],
    ['22:00 a\n02:00 b\n14:00 c', '2026-11-19'],
    ['22:00 a\n23:00 b\n02:00 c\n16:00 d', '2026-11-18'],
  ])('%j: %s', (text, day) => {
    expect(likelyDay(messagesOf(text), 'utc', now)).toBe(day);
  });

  it('is asked for only where the text does not say it', () => {
    expect(needsDay(messagesOf('14:35 a'))).toBe(true);
    expect(needsDay(messagesOf('2026-11-20 14:35 a'))).toBe(false);
    expect(needsDay(messagesOf('20 Nov 2026\n14:35 a'))).toBe(false);
  });
});
