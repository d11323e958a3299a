import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { SessionAnswer } from '@sitrep/shared/protocol/http';
import { signIn } from '../testing/five-people.ts';
import { httpCall, type Call } from '../testing/http-call.ts';
import { ensureBuilt, runCommandLine, spawnDemo, spawnServer } from '../testing/spawn-server.ts';
import { tokenIn } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

type Running = { readonly child: { kill(signal: 'SIGKILL'): boolean }; readonly gone: Promise<unknown> };

let folder: string;
let real: string;
const running = new Set<Running>();
beforeAll(ensureBuilt, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sitrep-demo-'));
  real = path.join(folder, 'real');
});
afterEach(async () => {
  for (const { child, gone } of running) {
    child.kill('SIGKILL');
    await gone;
  }
  running.clear();
  await rm(folder, { recursive: true, force: true });
});

/** Its temporary folder lies in ours, so that nothing is left behind by a test that fails. */
const demo = (...args: string[]) => {
  const spawned = spawnDemo(args, { folder: real, env: { TMPDIR: folder } });
  running.add(spawned);
  return spawned;
};
const serveReal = async (data = real) => {
  const server = await spawnServer({ folder: data });
  running.add(server);
  return server;
};
const doorOf = (url: string) => {
  const port = Number(new URL(url).port);
  return { port, call: (at: string, call?: Call) => httpCall(port, at, call) };
};
const linksIn = (stdout: string): readonly string[] => [...stdout.matchAll(/http\S+#token=\S+/g)].map(([link]) => link);
const session = async (url: string): Promise<SessionAnswer> =>
  (await doorOf(url).call('/api/v1/session')).json<SessionAnswer>();

/** Every file of a folder with what is in it, but for the socket of a running server. */
const contentsOf = async (of: string): Promise<Record<string, string>> => {
  const files = (await readdir(of, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const hashed = files.map(async (file) => {
    const name = path.join(file.parentPath, file.name);
    return [
      name,
      createHash('sha256')
        .update(await readFile(name))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
};

describe('a demo beside the real server', () => {
  test('[DRILL-20] leaves the real folder as it is, while its server runs and when none runs', async () => {
    const first = await serveReal();
    const link = /http\S+#token=\S+/.exec(first.stdout())?.[0] ?? '';
    const ada = await signIn(doorOf(first.url), tokenIn(link));
    await ada.declares('A real one');
    // What follows from it is written down by then, and nothing comes late.
    first.child.kill('SIGTERM');
    await first.gone;
    const server = await serveReal();
    const chain = async () => (await runCommandLine(['verify-log'], { folder: real })).stdout;
    const chainBefore = await chain();
    const before = await contentsOf(real);

    const beside = demo('--at-once');
    const url = await beside.serving();
    expect(new URL(url).port).not.toBe(String(server.port));
    expect(await contentsOf(real)).toEqual(before);
    beside.child.kill('SIGTERM');
    expect(await beside.gone).toBe(0);
    expect(await chain()).toBe(chainBefore);

    server.child.kill('SIGTERM');
    await server.gone;
    const atRest = await contentsOf(real);
    const alone = demo('--at-once');
    await alone.serving();
    alone.child.kill('SIGTERM');
    expect(await alone.gone).toBe(0);
    expect(await contentsOf(real)).toEqual(atRest);
    expect(await readdir(folder)).toEqual(['real']);
  });

  test('[DRILL-20] refuses a folder that holds the real log, or anything else, and makes nothing there', async () => {
    const server = await serveReal();
    const inUse = demo('--data', real);
    expect(await inUse.gone).toBe(1);
    expect(inUse.stderr()).toBe(`--data: ${real} is not empty. A drill begins in a folder of its own.\n`);
    server.child.kill('SIGTERM');
    await server.gone;
    const before = await contentsOf(real);
    expect(await demo('--data', real).gone).toBe(1);
    expect(await contentsOf(real)).toEqual(before);

    const file = path.join(folder, 'a-file');
    await writeFile(file, 'kept');
    const onFile = demo('--data', file);
    expect(await onFile.gone).toBe(1);
    expect(onFile.stderr()).toBe(`--data: ${file} is a file, takes a folder.\n`);
    expect(await readFile(file, 'utf8')).toBe('kept');
  });

  test('[DRILL-21] is a drill to everybody, also when another server opens its folder later', async () => {
    const kept = path.join(folder, 'kept');
    await mkdir(kept);
    const first = demo('--at-once', '--data', kept);
    expect(await session(await first.serving())).toMatchObject({ signedIn: false, drill: 'Cascading failure' });
    first.child.kill('SIGTERM');
    await first.gone;
    expect(existsSync(kept)).toBe(true);
    const later = await serveReal(kept);
    expect(await session(later.url)).toMatchObject({ drill: 'Cascading failure' });
    const server = await serveReal();
    expect(await session(server.url)).not.toHaveProperty('drill');
  });
});

describe('taking part in a demo', () => {
  test('[DRILL-22] [DRILL-30] its links sign in the commander and others, with a cookie of its own', async () => {
    const played = demo('--at-once', '--from', '110');
    const url = await played.serving();
    expect(played.stdout()).toContain('DRILL: cascading failure. Practice: nothing here is real.');
    expect(played.stdout()).toContain(`Its log is its own, in ${folder}`);
    const [commander = '', ...others] = linksIn(played.stdout());
    const maya = await signIn(doorOf(url), tokenIn(commander));
    expect([maya.handle, maya.role]).toEqual(['maya', 'commander']);
    expect(maya.cookie).toMatch(/^sitrep_session_drill=/);
    const roles = await Promise.all(others.map(async (link) => (await signIn(doorOf(url), tokenIn(link))).role));
    expect(roles).toEqual(['responder', 'viewer']);
    const { items } = (await maya.get('/board')).json<{ items: readonly BoardRow[] }>();
    expect(items).toContainEqual(
      expect.objectContaining<Partial<BoardRow>>({ severity: 1, status: 'mitigating', roles: expect.anything() }),
    );
  });

  test('[DRILL-31] a signal ends it at any moment, with code 0 and nothing left behind', async () => {
    const early = demo('--at-once');
    await until('it has begun', async () => (await readdir(folder)).length > 0);
    early.child.kill('SIGTERM');
    expect([await early.gone, early.stdout(), early.stderr()]).toEqual([0, '', '']);
    expect(await readdir(folder)).toEqual([]);

    const late = demo('--speed', '600');
    await late.serving();
    late.child.kill('SIGINT');
    late.child.kill('SIGINT');
    expect(await late.gone).toBe(0);
    expect(late.stderr()).toBe('');
    expect(await readdir(folder)).toEqual([]);
  });

  test('[DRILL-33] goes on where nobody reads what it says any more, as in `demo | head`', async () => {
    const played = demo('--from', '200', '--speed', '600');
    const url = await played.serving();
    played.child.stdout.destroy();
    played.child.stderr.destroy();
    const [commander = ''] = linksIn(played.stdout());
    const maya = await signIn(doorOf(url), tokenIn(commander));
    const { items } = (await maya.get('/board')).json<{ items: readonly BoardRow[] }>();
    const timelines = items.map(({ id }) => `/incidents/${id}/timeline?limit=5`);
    // Then it says that it is at its end.
    await until('the story is at its end', async () => {
      const pages = await Promise.all(timelines.map((at) => maya.get(at)));
      return pages.some(({ text }) => text.includes('Go and eat something.'));
    });
    for (let times = 0; times < 5; times += 1) expect((await maya.get('/board')).status).toBe(200);
    played.child.kill('SIGTERM');
    expect(await played.gone).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  test('[DRILL-32] what it does not take is answered, and nothing is made', async () => {
    const wrong = demo('--speed', 'fast');
    expect(await wrong.gone).toBe(1);
    expect(wrong.stderr()).toBe('--speed: got "fast", takes a number from 0.1 to 600.\n');
    const unknown = demo('now');
    expect(await unknown.gone).toBe(1);
    expect(unknown.stderr()).toContain('--at-once');
    const server = await serveReal();
    const taken = demo('--port', String(server.port));
    expect(await taken.gone).toBe(1);
    expect(taken.stderr()).toBe(`Port ${server.port} on 127.0.0.1 is taken. Choose another one with --port.\n`);
    expect(await readdir(folder)).toEqual(['real']);
  });
});
