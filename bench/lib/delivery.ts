import { nowUs, sleep } from './clock.ts';
import type { Contender } from './contender.ts';
import type { Crowd } from './crowd.ts';
import { cpuSeconds } from './processes.ts';
import { quietWindow } from './quiet-window.ts';
import { percentiles } from './statistics.ts';
import { writeFlatOut, writePaced, type Pace, type Written } from './writers.ts';

export type Delivered = {
  /** Server CPU by deliveries, µs. */
  readonly cpuUs: number;
  /** From the sending of the command to the subscriber, ms. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly answerP50Ms: number;
  readonly lost: number;
};

export type Saturated = {
  readonly framesPerS: number;
  readonly eventsPerS: number;
  readonly cpuUs: number;
};

type Audience = { readonly contender: Contender; readonly crowd: Crowd; readonly clients: number };

/** Compiles what is hot on both sides. */
export const warmUp = async ({ contender, crowd }: Audience): Promise<void> => {
  await crowd.begin(0);
  await writePaced(contender.port, contender.posting, { perSecond: 50, total: 50 });
  await sleep(300);
};

/** Events at a steady pace to everybody. */
export const deliver = ({ contender, crowd, clients }: Audience, pace: Pace): Promise<Delivered> =>
  quietWindow([contender.pid, crowd.pid], async () => {
    const expected = pace.total * clients;
    await crowd.begin(expected);
    const before = cpuSeconds(contender.pid);
    const { answers } = await writePaced(contender.port, contender.posting, pace);
    const { latency, events, fewest, most } = await crowd.end(expected);
    const cpu = cpuSeconds(contender.pid) - before;
    return {
      cpuUs: (cpu / events) * 1e6,
      p50Ms: latency.p50,
      p99Ms: latency.p99,
      answerP50Ms: percentiles(answers).p50,
      lost: fewest === pace.total && most === pace.total ? 0 : Math.max(1, Math.abs(expected - events)),
    };
  });

/** As many as go through. Frames are counted apart: one may hold several events. */
export const saturate = (
  { contender, crowd, clients }: Audience,
  load: { readonly writers: number; readonly seconds: number },
): Promise<Saturated & { readonly lost: number }> =>
  quietWindow([contender.pid, crowd.pid], async () => {
    await crowd.begin(0);
    const before = { cpu: cpuSeconds(contender.pid), at: performance.now() };
    const written: Written = await writeFlatOut(contender.port, contender.posting, load);
    const expected = written.count * clients;
    const { frames, events } = await crowd.end(expected);
    const seconds = (performance.now() - before.at) / 1e3;
    const cpu = cpuSeconds(contender.pid) - before.cpu;
    return {
      framesPerS: frames / seconds,
      eventsPerS: events / seconds,
      cpuUs: (cpu / frames) * 1e6,
      lost: Math.abs(expected - events),
    };
  });

/** Many events in a moment: how long until everybody has them, and what that costs. */
export const burst = ({ contender, crowd, clients }: Audience, pace: Pace) =>
  quietWindow([contender.pid, crowd.pid], async () => {
    const expected = pace.total * clients;
    await crowd.begin(expected);
    const before = { cpu: cpuSeconds(contender.pid), at: nowUs() };
    await writePaced(contender.port, contender.posting, pace);
    const { frames, events, latency, lastAt } = await crowd.end(expected, 60_000);
    return {
      seconds: (lastAt - before.at) / 1e6,
      cpuS: cpuSeconds(contender.pid) - before.cpu,
      p99Ms: latency.p99,
      framesPerClient: frames / clients,
      lost: Math.abs(expected - events),
    };
  });

/** Durable commands as fast as they are answered. */
export const commandsFlatOut = (
  { contender, crowd }: Audience,
  load: { readonly writers: number; readonly seconds: number },
): Promise<Record<'perSecond' | 'answerP50Ms' | 'answerP99Ms' | 'cpuUs', number>> =>
  quietWindow([contender.pid, crowd.pid], async () => {
    await crowd.begin(0);
    const before = cpuSeconds(contender.pid);
    const { count, seconds, answers } = await writeFlatOut(contender.port, contender.posting, load);
    const { p50, p99 } = percentiles(answers);
    const cpu = cpuSeconds(contender.pid) - before;
    return { perSecond: count / seconds, answerP50Ms: p50, answerP99Ms: p99, cpuUs: (cpu / count) * 1e6 };
  });
