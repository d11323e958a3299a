import { parseArgs } from 'node:util';
import { ConfigFault } from '../config.ts';

export type DemoOptions = {
  /** Minute of the story up to which everything has happened already. */
  readonly from: number;
  /** How many times faster than real it goes on from there; 0 = it does not. */
  readonly speed: number;
  readonly port: number;
  /** Where the log of the drill is kept; else it is gone at the end. */
  readonly data?: string;
  /** The same seed gives the same ids. */
  readonly seed?: string;
  /** UTC ms at which the clock of the drill stands, for pictures; else it is the real one. */
  readonly standsAt?: number;
};

export const DEMO_USAGE = `  demo                     play a practice incident, on a server and a log of its own
    --from <minute>        of the story (0 to 215) to begin at: 60
    --speed <times>        how fast it goes on from there: 6 (0.1 to 600)
    --at-once              does not go on: everything up to --from, or else the end, is there at once
    --port <port>          to listen on: any free one
    --data <folder>        keep the log of the drill in this new folder
    --seed <text>          the same seed gives the same ids
    --stands-at <time>     its clock stands at this UTC time, such as 2026-05-15T16:05Z: for pictures`;

const OPTIONS = {
  from: { type: 'string' },
  speed: { type: 'string' },
  'at-once': { type: 'boolean', default: false },
  port: { type: 'string' },
  data: { type: 'string' },
  seed: { type: 'string' },
  'stands-at': { type: 'string' },
} as const;

const FROM = 60;
/** Minute at which nothing more happens. */
export const END = 215;
const SPEED = 6;

/** @throws ConfigFault */
export const parseDemoOptions = (words: readonly string[]): DemoOptions => {
  const { from, speed, port, data, seed, 'stands-at': standsAt, 'at-once': atOnce } = parsed(words);
  return {
    from: numberOf('from', from, 0, END) ?? (atOnce ? END : FROM),
    // Nothing goes on while the clock stands.
    speed: atOnce || standsAt !== undefined ? 0 : (numberOf('speed', speed, 0.1, 600) ?? SPEED),
    port: numberOf('port', port, 0, 65_535) ?? 0,
    ...(data === undefined ? {} : { data }),
    ...(seed === undefined ? {} : { seed }),
    ...(standsAt === undefined ? {} : { standsAt: timeOf('stands-at', standsAt) }),
  };
};

const parsed = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new ConfigFault(`${(error as Error).message}\n\n${DEMO_USAGE}`);
  }
};

const numberOf = (name: string, given: string | undefined, least: number, most: number): number | undefined => {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (/^\d+(\.\d+)?$/.test(given) && number >= least && number <= most) return number;
  throw new ConfigFault(`--${name}: got ${JSON.stringify(given)}, takes a number from ${least} to ${most}.`);
};

const timeOf = (name: string, given: string): number => {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(given) ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new ConfigFault(`--${name}: got ${JSON.stringify(given)}, takes a UTC time such as 2026-05-15T16:05Z.`);
};
