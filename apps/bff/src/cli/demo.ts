import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createPinoLogger } from '../adapters/pino-logger.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import { parseConfig } from '../config.ts';
import { DrillClock } from '../drill/drill-clock.ts';
import { makeDrillFolder } from '../drill/drill-folder.ts';
import { peakTraffic } from '../drill/peak-traffic/peak-traffic.ts';
import { MINUTE_MS, Player } from '../drill/player.ts';
import { seededBytes } from '../drill/seeded-bytes.ts';
import { stageOf } from '../drill/stage.ts';
import type { Scenario } from '../drill/step.ts';
import { makeSignInLink } from '../identity/sign-in-link.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { serve, type Serving } from '../serve.ts';
import { once, stopOnSignals } from '../stop-on-signals.ts';
import { END, parseDemoOptions, type DemoOptions } from './demo-options.ts';

const SCENARIO = peakTraffic;

/** Plays a story on a server of its own, until Ctrl-C. Knows nothing of the real server, its variables and its folder. */
export const demo = async (words: readonly string[]): Promise<void> => {
  const options = parseDemoOptions(words);
  const logger = createPinoLogger(true);
  let folder = '';
  let starting: Promise<Started> | undefined;
  const end = once(async () => {
    const started = await starting?.catch(() => undefined);
    await started?.player.stop();
    await started?.serving.stop();
    if (options.data === undefined && folder !== '') await rm(folder, { recursive: true, force: true });
  });
  // First of all: from the first file on, a signal cleans up.
  stopOnSignals(end, logger);
  try {
    folder = makeDrillFolder(SCENARIO.title, options.data);
    starting = start(options, folder, logger);
    await play(await starting, options, folder);
  } catch (error) {
    await end();
    throw error;
  }
};

type Started = { readonly serving: Serving; readonly clock: DrillClock; readonly player: Player };

export const start = async (options: DemoOptions, folder: string, logger: Logger): Promise<Started> => {
  const { seed = randomUUID() } = options;
  const real = options.standsAt === undefined ? systemClock : standingClock(options.standsAt);
  const startsAt = real.now() - options.from * MINUTE_MS;
  const clock = new DrillClock(real, startsAt + (SCENARIO.steps[0]?.minute ?? 0) * MINUTE_MS);
  const serving = await serve({
    config: { ...parseConfig({}), port: options.port, dataFolder: folder },
    clock,
    ids: createIdGenerator(clock, seededBytes(seed)),
    logger,
    end: (error) => {
      logger.error({ error }, 'a fault that nothing expects; ending');
      process.exit(70);
    },
  });
  const player = new Player({
    scenario: SCENARIO,
    stage: stageOf({ core: serving.core, app: serving.app, clock, url: serving.baseUrl }),
    seed,
    startsAt,
    onRefused: ({ type }, { message }) => say(`  Not played, as things are by now: ${type} (${message})`),
    onUnsent: ({ from }, { message }) => say(`  Not sent, from ${from}: ${message}`),
  });
  return { serving, clock, player };
};

const play = async ({ serving, clock, player }: Started, options: DemoOptions, folder: string): Promise<void> => {
  await player.playUpTo(options.from);
  if (player.stopped) return;
  clock.letGo();
  say(await greeting(serving, SCENARIO, folder, options));
  if (options.speed === 0) return;
  await player.goOn(options.from, options.speed);
  if (player.ended) say('  The story has been played to its end. Ctrl-C stops the server.');
};

/** Only timers run. */
const standingClock = (at: number): Clock => ({ ...systemClock, now: () => at });

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const greeting = async (
  { core, baseUrl }: Serving,
  { title, seats }: Scenario,
  folder: string,
  { from, speed, data }: DemoOptions,
): Promise<string> => {
  const links = await Promise.all(
    seats.map(async (seat) => ({ ...seat, link: await makeSignInLink(core, baseUrl, seat.handle) })),
  );
  const [first, ...others] = links.map(({ name, as, link }) => `  ${name}, ${as}:\n  ${link}\n`);
  return [
    '',
    `  DRILL: ${title.toLowerCase()}. Practice: nothing here is real.`,
    `  Its log is its own, in ${folder}${data === undefined ? ', and gone at the end' : ''}. No other log is touched.`,
    '',
    `  Sitrep is serving at ${baseUrl}. Each link signs in once, within the hour:`,
    '',
    first,
    '  To join in, each in another browser or a private window:',
    '',
    ...others,
    speed === 0 ? `  It stands at minute ${from}.` : `  ${pace(from, speed)}`,
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
};

const pace = (from: number, speed: number): string => {
  const minutes = Math.max(1, Math.round((END - from) / speed));
  return `It goes on from minute ${from}, ${speed} times as fast as it was, for about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
};
