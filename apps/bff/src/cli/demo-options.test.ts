import { describe, expect, test } from 'vitest';
import { ConfigFault } from '../config.ts';
import { parseDemoOptions } from './demo-options.ts';

describe('the options of a demo', () => {
  test('[DRILL-32] begin in the middle of the story, and go on, where nothing is said', () => {
    expect(parseDemoOptions([])).toEqual({ from: 60, speed: 6, port: 0 });
    expect(parseDemoOptions(['--at-once'])).toEqual({ from: 215, speed: 0, port: 0 });
    expect(parseDemoOptions(['--at-once', '--from', '110', '--port=4690', '--data', '/x', '--seed', 's'])).toEqual({
      from: 110,
      speed: 0,
      port: 4690,
      data: '/x',
      seed: 's',
    });
    expect(parseDemoOptions(['--stands-at', '2026-05-15T16:05Z'])).toMatchObject({
      speed: 0,
      standsAt: Date.UTC(2026, 4, 15, 16, 5),
    });
  });

  test.each([
    [['--speed', '0'], '--speed: got "0", takes a number from 0.1 to 600.'],
    [['--speed', '1e3'], '--speed: got "1e3", takes a number from 0.1 to 600.'],
    [['--from', 'noon'], '--from: got "noon", takes a number from 0 to 215.'],
    [['--port', '70000'], '--port: got "70000", takes a number from 0 to 65535.'],
    [['--stands-at', 'noon'], '--stands-at: got "noon", takes a UTC time such as 2026-05-15T16:05Z.'],
    [['--stands-at', '2026-13-41T16:05Z'], '--stands-at: got'],
    [['--sped', '6'], "Unknown option '--sped'"],
    [['now'], "Unexpected argument 'now'"],
  ])('[DRILL-32] %j is answered', (words, answer) => {
    expect(() => parseDemoOptions(words)).toThrow(ConfigFault);
    expect(() => parseDemoOptions(words)).toThrow(answer);
  });
});
