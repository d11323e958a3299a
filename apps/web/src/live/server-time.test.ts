import { describe, expect, it } from 'vitest';
import { createServerTime } from './server-time.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';

const SERVER = 1_800_000_000_000;
const DAY = 86_400_000;

describe('server time', () => {
  it('[LIVE-50] is the machine’s own only until the server has spoken', () => {
    const scheduler = manualScheduler();
    const time = createServerTime(scheduler);
    expect(time.now()).toBe(scheduler.wall());
    time.observe(SERVER);
    expect(time.now()).toBe(SERVER);
  });

  it('[LIVE-50] goes on by itself, whatever happens to the machine’s clock', async () => {
    const scheduler = manualScheduler();
    const time = createServerTime(scheduler);
    time.observe(SERVER);
    await scheduler.advance(1_500);
    scheduler.setWall(scheduler.wall() + DAY);
    expect(time.now()).toBe(SERVER + 1_500);
    scheduler.setWall(scheduler.wall() - 3 * DAY);
    expect(time.now()).toBe(SERVER + 1_500);
  });

  it('[LIVE-50] is not set back by messages that come late', async () => {
    const scheduler = manualScheduler();
    const time = createServerTime(scheduler);
    time.observe(SERVER);
    for (let beat = 1; beat <= 20; beat += 1) {
      await scheduler.advance(2_000);
      const before = time.now();
      time.observe(SERVER + beat * 2_000 - (beat % 3) * 400);
      expect(time.now()).toBeGreaterThanOrEqual(before);
      expect(SERVER + beat * 2_000 - time.now()).toBeLessThanOrEqual(400);
    }
  });

  it('[LIVE-50] follows when the server’s clock was set, forwards and back', async () => {
    const scheduler = manualScheduler();
    const time = createServerTime(scheduler);
    time.observe(SERVER);
    await scheduler.advance(1_000);
    time.observe(SERVER + DAY);
    expect(time.now()).toBe(SERVER + DAY);
    time.observe(SERVER - DAY);
    expect(time.now()).toBe(SERVER - DAY);
  });
});
