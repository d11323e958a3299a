import * as z from 'zod/mini';

const decimal = (least: number, most: number, takes: string) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^\d{1,9}$/, takes)),
      z.transform((digits: string) => Number(digits)),
    ),
    z.number().check(z.gte(least, takes), z.lte(most, takes)),
  );

const HOST = 'a host name or IP address to listen on, such as 127.0.0.1 or 0.0.0.0';
const PORT = 'a port from 0 (any free one) to 65535';
const HOPS = 'the exact number of proxies in front, 0 to 10';
const SOCKETS = 'how many connections one person may have at once, 1 to 100000';
const URL_WORDS = 'an address without path, such as https://sitrep.example.org';

const isOrigin = (value: string): boolean => URL.canParse(value) && /^https?:\/\/[^/?#@]+\/?$/i.test(value);

/** What each variable takes; the second half of the sentence that a wrong one is answered with. */
const Environment = z.object({
  SITREP_HOST: z._default(z.string(HOST).check(z.regex(/^[\w.:-]{1,253}$/, HOST)), '127.0.0.1'),
  SITREP_PORT: z._default(decimal(0, 65_535, PORT), 4_680),
  SITREP_DATA: z._default(z.string().check(z.minLength(1, 'a folder')), './data'),
  SITREP_LOG: z._default(z.enum(['file', 'memory'], 'file or memory'), 'file'),
  SITREP_BASE_URL: z.optional(z.string().check(z.refine(isOrigin, URL_WORDS))),
  SITREP_ADMIN_TOKEN: z.optional(z.string().check(z.minLength(24, 'a token of 24 or more characters'))),
  SITREP_SECRET: z.optional(z.string().check(z.minLength(32, 'a secret of 32 or more characters'))),
  SITREP_TRUST_PROXY: z._default(decimal(0, 10, HOPS), 0),
  SITREP_SOCKETS_PER_PERSON: z._default(decimal(1, 100_000, SOCKETS), 40),
});

export const CONFIG_VARIABLES: readonly string[] = Object.keys(Environment.shape);

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly log: 'file' | 'memory';
  /** Without a slash at the end. Unset: the address that is listened on. */
  readonly baseUrl?: string;
  readonly adminToken?: string;
  readonly secret?: string;
  readonly proxyHops: number;
  readonly socketsPerPerson: number;
};

/** A variable with a value it does not take; the message is the one line to print. */
export class ConfigFault extends Error {}

const SECRET = new Set(['SITREP_ADMIN_TOKEN', 'SITREP_SECRET']);

/** @throws ConfigFault */
export const parseConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  // An empty variable is an unset one: that is how compose files and shells leave them out.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name.startsWith('SITREP_') && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    const got = SECRET.has(name) ? 'something else' : JSON.stringify(given[name]);
    throw new ConfigFault(`${name}: got ${got}, takes ${issue?.message ?? 'another value'}.`);
  }
  const { data } = parsed;
  return {
    host: data.SITREP_HOST,
    port: data.SITREP_PORT,
    dataFolder: data.SITREP_DATA,
    log: data.SITREP_LOG,
    ...(data.SITREP_BASE_URL === undefined ? {} : { baseUrl: new URL(data.SITREP_BASE_URL).origin }),
    ...(data.SITREP_ADMIN_TOKEN === undefined ? {} : { adminToken: data.SITREP_ADMIN_TOKEN }),
    ...(data.SITREP_SECRET === undefined ? {} : { secret: data.SITREP_SECRET }),
    proxyHops: data.SITREP_TRUST_PROXY,
    socketsPerPerson: data.SITREP_SOCKETS_PER_PERSON,
  };
};
