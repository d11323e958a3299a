import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DATABASE_FILE, openFileStorage } from './adapters/storage/file/open-file-storage.ts';
import { systemClock } from './adapters/system-clock.ts';
import { controlSocketPath } from './control/control-socket.ts';
import { fivePeople, signIn } from './testing/five-people.ts';
import { httpCall, type Call } from './testing/http-call.ts';
import { connectLive } from './testing/live-client.ts';
import { ensureBuilt, runCommandLine, spawnFailing, spawnServer, type SpawnedServer } from './testing/spawn-server.ts';
import { tokenIn } from './testing/test-server.ts';
import { until } from './testing/until.ts';

let folder: string;
const running = new Set<SpawnedServer>();
beforeAll(ensureBuilt, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sitrep-main-'));
});
afterEach(async () => {
  for (const server of running) {
    server.child.kill('SIGKILL');
    await server.gone;
  }
  running.clear();
  await rm(folder, { recursive: true, force: true });
});

const serve = async (env: Record<string, string> = {}): Promise<SpawnedServer> => {
  const server = await spawnServer({ folder, env });
  running.add(server);
  return server;
};
const door = (server: SpawnedServer) => ({
  port: server.port,
  call: (at: string, call?: Call) => httpCall(server.port, at, call),
});
/** The sign-in link that the server greets with. */
const greeted = (server: SpawnedServer): string => tokenIn(/http\S+#token=\S+/.exec(server.stdout())?.[0] ?? '');
const cli = (...args: string[]) => runCommandLine(args, { folder });

describe('starting', () => {
  test('[CONF-14] a socket for the command line that cannot be opened is a warning', async () => {
    await mkdir(path.join(folder, 'control.sock'));
    const server = await serve();
    expect((await httpCall(server.port, '/readyz')).status).toBe(200);
    await until('it has warned', () => server.stderr().includes('its socket cannot be opened'));
  });

  test('[CONF-10] a first start prints the address and a link that makes the administrator; a second no link', async () => {
    const first = await serve();
    expect(first.stdout()).toContain('Open this to become its administrator (works once, within the hour):');
    expect((await signIn(door(first), greeted(first))).role).toBe('administrator');
    first.child.kill('SIGTERM');
    expect(await first.gone).toBe(0);
    const second = await serve();
    expect(second.stdout()).not.toContain('#token=');
    expect((await httpCall(second.port, '/readyz')).status).toBe(200);
  });

  test('[CONF-11] a wrong value, a taken port, a folder that cannot be, end it with one line and exit code 1', async () => {
    const wrong = await spawnFailing({ folder, env: { SITREP_PORT: 'many' } });
    expect([wrong.code, wrong.stderr]).toEqual([
      1,
      'SITREP_PORT: got "many", takes a port from 0 (any free one) to 65535.\n',
    ]);
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const taken = await spawnFailing({ folder, env: { SITREP_PORT: String(port) } });
    holder.close();
    expect([taken.code, taken.stderr]).toEqual([
      1,
      `Port ${port} on 127.0.0.1 is taken. Choose another one with SITREP_PORT.\n`,
    ]);
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    const notFolder = await spawnFailing({ folder: file });
    expect([notFolder.code, notFolder.stderr]).toEqual([1, `SITREP_DATA: ${file} is a file, takes a folder.\n`]);
    const nowhere = await spawnFailing({ folder: path.join(file, 'data') });
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toMatch(/^the data folder cannot be made: .*\n$/);
  });

  test('[CONF-12] a second server on the same folder refuses and says who has it', async () => {
    const first = await serve();
    const { code, stderr } = await spawnFailing({ folder });
    expect(code).toBe(1);
    expect(stderr).toContain(`is in use by process ${first.child.pid}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect((await httpCall(first.port, '/readyz')).status).toBe(200);
  });

  test('[CONF-13] with the log in memory nothing is written', async () => {
    const server = await serve({ SITREP_LOG: 'memory' });
    await signIn(door(server), greeted(server));
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('stopping', () => {
  test('[CONF-20] SIGTERM under load ends with exit code 0 and loses no answer that was given', async () => {
    const server = await serve();
    const { ada, ren } = await fivePeople(door(server), greeted(server));
    const incidentId = await ada.declares('Load');
    const live = await connectLive(ren);
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const text = `${writer}/${n}`;
        const answer = await ren.command('timeline.add-entry', { incidentId, text }).catch(() => undefined);
        if (answer?.status !== 200) return;
        acknowledged.push(text);
      }
    });
    await until('there is load', () => acknowledged.length > 200);
    server.child.kill('SIGTERM');
    // As a terminal does: the signal comes twice.
    server.child.kill('SIGTERM');
    expect(await server.gone).toBe(0);
    await Promise.all(writers);
    await until('the page knows', () => !live.socket.connected);
    const { log, close } = await openFileStorage({ folder, clock: systemClock });
    const stored = (await log.readStream(`incident/${incidentId}`)).map(({ data }) => (data as { text?: string }).text);
    await close();
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(stored).size).toBe(stored.length);
    expect((await readdir(path.join(folder, 'cache'))).some((name) => name.startsWith('open-set-'))).toBe(true);
  });

  test('[CONF-21] whoever holds a line of any kind does not hold up the end', async () => {
    const server = await serve();
    const { vic } = await fivePeople(door(server), greeted(server));
    const live = await connectLive(vic);
    const transport = (
      live.socket.io.engine as unknown as { transport: { ws: { _socket: { pause(): void; destroy(): void } } } }
    ).transport;
    transport.ws._socket.pause();
    const lines = [connect(server.port, '127.0.0.1'), connect(controlSocketPath(folder))];
    await Promise.all(lines.map((line) => new Promise((resolve) => line.once('connect', resolve))));
    lines[0]?.write('GET /api/v1/board HTTP/1.1\r\nHost: x\r\n');
    server.child.kill('SIGTERM');
    expect(await server.gone).toBe(0);
    for (const line of lines) line.destroy();
    transport.ws._socket.destroy();
    live.close();
  });

  test('[CONF-22] a fault that nothing expects ends it loudly, with a code that is not 0', async () => {
    for (const fault of ['throw new Error("planted")', 'Promise.reject(new Error("planted"))']) {
      const plant = `import{isMainThread}from"node:worker_threads";if(isMainThread)process.on("SIGUSR2",()=>{${fault}})`;
      const server = await serve({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(plant)}` });
      server.child.kill('SIGUSR2');
      expect(await server.gone).toBe(70);
      expect(server.stderr()).toContain('a fault that nothing expects; ending');
      expect(server.stderr()).toContain('planted');
    }
  });
});

describe('the command line', () => {
  test('[CONF-30] asks the running server, over a socket for its own account alone', async () => {
    const server = await serve();
    expect((await stat(controlSocketPath(folder))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    const { ren } = await fivePeople(door(server), greeted(server));

    const link = await cli('sign-in-link');
    expect([link.code, link.stderr]).toEqual([0, `For the data folder ${folder}:\n`]);
    expect((await signIn(door(server), tokenIn(link.stdout.trim()))).role).toBe('administrator');
    const his = await cli('sign-in-link', '@ren');
    expect((await signIn(door(server), tokenIn(his.stdout.trim()))).id).toBe(ren.id);
    expect(await cli('sign-in-link', '@nobody')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Nobody here is called @nobody.\n',
    });

    const verified = (await cli('verify-log')).stdout;
    expect(verified).toContain(`The log in ${folder} is whole:`);
    expect(verified).toMatch(/ is whole: \d+ events, up to position \d+\. Chain: [0-9a-f]{64}\n$/);

    const copy = path.join(folder, 'copy');
    await rm(copy, { recursive: true, force: true });
    const target = path.join(folder, 'backup.db');
    const backup = await cli('backup', target);
    expect([backup.code, backup.stdout]).toEqual([0, expect.stringContaining(`from ${folder} to ${target}.`)]);
    const again = await cli('backup', target);
    expect(again).toEqual({
      code: 1,
      stdout: '',
      stderr: `the backup cannot be made: ${target} exists already, and nothing is overwritten\n`,
    });
  });

  test('[CONF-31] opens a folder that no server has, and what it backs up starts again', async () => {
    const server = await serve();
    const { ada } = await fivePeople(door(server), greeted(server));
    const incidentId = await ada.declares('Kept in the backup');
    server.child.kill('SIGTERM');
    await server.gone;
    expect((await cli('verify-log')).stdout).toContain(`The log in ${folder} is whole`);
    const link = await cli('sign-in-link', '@ren');
    expect(link.stdout).toContain('#token=');
    const copy = await mkdtemp(path.join(tmpdir(), 'sitrep-copy-'));
    expect((await cli('backup', path.join(copy, DATABASE_FILE))).code).toBe(0);
    await rm(folder, { recursive: true });
    folder = copy;
    const restored = await serve();
    const { status } = await ada.at(restored.port).get(`/incidents/${incidentId}`);
    expect(status).toBe(200);
  });

  test('[CONF-32] says how it is used, and does not make a folder out of a slip', async () => {
    expect((await cli()).stdout).toContain('Usage: npm run sitrep -- <command>');
    for (const args of [['explode'], ['verify-log', 'x'], ['backup'], ['backup', 'a', 'b']]) {
      const { code, stderr } = await cli(...args);
      expect([args, code]).toEqual([args, 1]);
      expect(stderr).toContain('Usage:');
    }
    for (const slip of [folder, path.join(folder, 'no-such-folder')]) {
      for (const args of [['verify-log'], ['backup', path.join(folder, 'x.db')]]) {
        const { code, stderr } = await runCommandLine(args, { folder: slip });
        expect([code, stderr]).toEqual([1, `There is no log in ${slip}. Is SITREP_DATA right?\n`]);
      }
    }
    expect(await readdir(folder)).toEqual([]);
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    for (const args of [['verify-log'], ['backup', path.join(folder, 'x.db')], ['sign-in-link']]) {
      const { code, stderr } = await runCommandLine(args, { folder: file });
      expect([code, stderr]).toEqual([1, `SITREP_DATA: ${file} is a file, takes a folder.\n`]);
    }
  });
});
