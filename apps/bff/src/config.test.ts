import { describe, expect, test } from 'vitest';
import { configWarnings } from './config-warnings.ts';
import { ConfigFault, parseConfig } from './config.ts';

const faultOf = (environment: Record<string, string>): string => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigFault) return error.message;
    throw error;
  }
  return 'none';
};

test('[CONF-1] nothing has to be set', () => {
  expect(parseConfig({ PATH: '/bin', SITREP_PORT: '' })).toEqual({
    host: '127.0.0.1',
    port: 4680,
    dataFolder: './data',
    log: 'file',
    proxyHops: 0,
    socketsPerPerson: 40,
  });
});

describe('[CONF-2] every variable takes what it says', () => {
  test.each([
    ['SITREP_HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['SITREP_HOST', '::1', 'host', '::1'],
    ['SITREP_HOST', 'sitrep.lan', 'host', 'sitrep.lan'],
    ['SITREP_PORT', '0', 'port', 0],
    ['SITREP_PORT', '65535', 'port', 65_535],
    ['SITREP_DATA', '/var/lib/sitrep', 'dataFolder', '/var/lib/sitrep'],
    ['SITREP_LOG', 'memory', 'log', 'memory'],
    ['SITREP_BASE_URL', 'https://sitrep.example.org', 'baseUrl', 'https://sitrep.example.org'],
    ['SITREP_BASE_URL', 'http://10.0.0.7:8080/', 'baseUrl', 'http://10.0.0.7:8080'],
    ['SITREP_ADMIN_TOKEN', 't'.repeat(24), 'adminToken', 't'.repeat(24)],
    ['SITREP_SECRET', 's'.repeat(32), 'secret', 's'.repeat(32)],
    ['SITREP_TRUST_PROXY', '2', 'proxyHops', 2],
    ['SITREP_SOCKETS_PER_PERSON', '5000', 'socketsPerPerson', 5_000],
  ] as const)('%s=%s', (name, value, field, expected) => {
    expect(parseConfig({ [name]: value })).toHaveProperty(field, expected);
  });
});

describe('[CONF-3] a wrong value is answered with one line: the variable, what it got, what it takes', () => {
  const PORT = 'a port from 0 (any free one) to 65535';
  const URL_WORDS = 'an address without path, such as https://sitrep.example.org';
  const HOST = 'a host name or IP address to listen on, such as 127.0.0.1 or 0.0.0.0';
  test.each([
    ['SITREP_HOST', 'a b', HOST],
    ['SITREP_HOST', 'http://x', HOST],
    ['SITREP_PORT', '65536', PORT],
    ['SITREP_PORT', '-1', PORT],
    ['SITREP_PORT', '80.5', PORT],
    ['SITREP_PORT', ' 80', PORT],
    ['SITREP_PORT', 'http', PORT],
    ['SITREP_LOG', 'postgres', 'file or memory'],
    ['SITREP_BASE_URL', 'sitrep.example.org', URL_WORDS],
    ['SITREP_BASE_URL', 'ftp://sitrep.example.org', URL_WORDS],
    ['SITREP_BASE_URL', 'https://sitrep.example.org/path', URL_WORDS],
    ['SITREP_BASE_URL', 'https://ada:pw@sitrep.example.org', URL_WORDS],
    ['SITREP_TRUST_PROXY', '11', 'the exact number of proxies in front, 0 to 10'],
    ['SITREP_TRUST_PROXY', 'true', 'the exact number of proxies in front, 0 to 10'],
  ])('%s=%s', (name, value, takes) => {
    expect(faultOf({ [name]: value })).toBe(`${name}: got ${JSON.stringify(value)}, takes ${takes}.`);
  });

  test.each([
    ['SITREP_ADMIN_TOKEN', 'short', 'a token of 24 or more characters'],
    ['SITREP_SECRET', 's'.repeat(31), 'a secret of 32 or more characters'],
  ])('%s is not repeated', (name, value, takes) => {
    expect(faultOf({ [name]: value })).toBe(`${name}: got something else, takes ${takes}.`);
  });
});

describe('[CONF-4] what is hardly meant is warned of, in one line each', () => {
  const LOCAL = { host: '127.0.0.1' };
  test.each([
    [{ SITREP_PRT: '80' }, ['SITREP_PRT is not known. Did you mean SITREP_PORT?']],
    [{ SITREP_BASEURL: 'x', PRT: '' }, ['SITREP_BASEURL is not known. Did you mean SITREP_BASE_URL?']],
    [{ SITREP_SOMETHING_ELSE: '1' }, ['SITREP_SOMETHING_ELSE is not known.']],
    [{ SITREP_PORT: '80', SITREP_CHROMIUM: 'x', SITREP_CRASH_AT: 'x' }, []],
  ])('%j', (environment, lines) => {
    expect(configWarnings(environment, LOCAL)).toEqual(lines);
  });

  test.each(['0.0.0.0', '::'])('links of a server on %s without an address of its own', (host) => {
    expect(configWarnings({}, { host })).toEqual([expect.stringMatching(/^SITREP_BASE_URL is not set: .* localhost/)]);
    expect(configWarnings({}, { host, baseUrl: 'https://x' })).toEqual([]);
  });
});
