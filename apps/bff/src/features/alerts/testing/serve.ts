import { MemoryBlobStore } from '../../../adapters/blob-store/memory-blob-store.ts';
import { createMemoryStorage } from '../../../adapters/storage/memory/memory-storage.ts';
import { openSqliteReadStore } from '../../../adapters/read-store/sqlite-read-store.ts';
import { loadSqlite } from '../../../adapters/sqlite/driver.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { createIdGenerator } from '../../../adapters/uuid-v7.ts';
import { createApp } from '../../../app.ts';
import { createCore } from '../../../core.ts';
import type { Logger } from '../../../ports/logger.ts';

export const ADMIN_TOKEN = 'administrator-token-of-the-tests';

export type Serving = Awaited<ReturnType<typeof serve>>;

/** The whole server on a free port, with the log in memory. */
export const serve = async () => {
  const ids = createIdGenerator(systemClock);
  const core = createCore({ ...createMemoryStorage(), clock: systemClock, ids, secret: 'test' });
  const history = openSqliteReadStore(await loadSqlite(), ':memory:');
  const failures: unknown[] = [];
  const logger: Logger = {
    info: () => {},
    warn: (fields) => void failures.push(fields),
    error: (fields) => void failures.push(fields),
  };
  const app = createApp({
    core,
    history,
    blobs: new MemoryBlobStore(),
    logger,
    baseUrl: (port) => `http://127.0.0.1:${port}`,
    secure: false,
    adminToken: ADMIN_TOKEN,
    proxyHops: 0,
    firstAdministrator: { name: 'Admin', handle: 'admin' },
  });
  const port = await app.start('127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}/api/v1`;

  const call = async (path: string, init: RequestInit & { readonly token?: string } = {}) => {
    const { token, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(`${url}${path}`, { ...rest, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(text === '' ? 'null' : text),
    };
  };

  return {
    core,
    port,
    failures,
    call,
    post: (path: string, body: string | object, token: string = ADMIN_TOKEN, headers: Record<string, string> = {}) =>
      call(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
        token,
      }),
    stop: async () => {
      await app.stop();
      history.close();
    },
  };
};
