import { Agent } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_FILE, openFileStorage } from '../../apps/bff/src/adapters/storage/file/open-file-storage.ts';
import { systemClock } from '../../apps/bff/src/adapters/system-clock.ts';
import { askRunningServer, controlSocketPath } from '../../apps/bff/src/control/control-socket.ts';
import type { ControlRequest } from '../../apps/bff/src/control/control-socket.ts';
import { httpCall } from '../../apps/bff/src/testing/http-call.ts';
import { spawnServer } from '../../apps/bff/src/testing/spawn-server.ts';
import type { SpawnedServer } from '../../apps/bff/src/testing/spawn-server.ts';
import type { Command, LoggedEvent, RunningTarget, Target } from './target.ts';

const ADMIN_TOKEN = 'the-administrator-token-of-the-rig';

const COMMITS_AT_START = 10;

/** The whole built server in a process of its own: commands by HTTP, everything else by its control socket. */
export function serverTarget(folder: string): Target {
  return {
    name: 'server',
    // A declared incident, and the counter of its key.
    eventsPerCommand: 2,
    start: async (crashAt) => {
      const crash = crashAt === undefined ? {} : { SITREP_CRASH_AT: later(crashAt) };
      return running(folder, await spawnServer({ folder, env: { SITREP_ADMIN_TOKEN: ADMIN_TOKEN, ...crash } }));
    },
  };
}

/** The server commits a few documents of its own before it serves; it is to die when writers write. */
function later(crashAt: string): string {
  const [point, count] = crashAt.split(':');
  return `${point}:${Number(count) + COMMITS_AT_START}`;
}

function running(folder: string, server: SpawnedServer): RunningTarget {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const gone = server.gone.then(() => agent.destroy());

  const control = async (request: ControlRequest): Promise<string | undefined> => {
    const answer = await askRunningServer(controlSocketPath(folder), request);
    if (answer === undefined) return 'nobody answered on the control socket';
    return 'fault' in answer ? answer.fault : undefined;
  };

  return {
    gone,
    kill: () => void server.child.kill('SIGKILL'),
    write: (command) => declare(server.port, command, agent),
    // A backup of the running server holds what it has; reading it tries backups out on the way.
    readLog: async () => {
      const copy = await mkdtemp(join(tmpdir(), 'sitrep-kill-9-copy-'));
      try {
        const fault = await control({ command: 'backup', target: join(copy, DATABASE_FILE) });
        if (fault !== undefined) throw new Error(fault);
        return await eventsIn(copy);
      } finally {
        await rm(copy, { recursive: true, force: true });
      }
    },
    verify: () => control({ command: 'verify-log' }),
    stop: async () => {
      server.child.kill('SIGTERM');
      const code = await server.gone;
      if (code !== 0) throw new Error(`the server stopped with ${code}: ${server.stderr()}`);
    },
  };
}

async function declare(port: number, { id, writer }: Command, agent: Agent): Promise<readonly number[]> {
  const headers = {
    authorization: `Bearer ${ADMIN_TOKEN}`,
    'content-type': 'application/json',
    'idempotency-key': id,
  };
  // One for which Sitrep has nothing to do: what is in the log is what was sent, and when it dies is up to the rig.
  const body = JSON.stringify({ title: `Writer ${writer}: ${id}`, severity: 4 });
  const answer = await httpCall(port, '/api/v1/commands/incident.declare', { method: 'POST', body, headers }, agent);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<{ events: readonly { position: number }[] }>().events.map(({ position }) => position);
}

async function eventsIn(folder: string): Promise<LoggedEvent[]> {
  const { log, close } = await openFileStorage({ folder, clock: systemClock });
  const all: LoggedEvent[] = [];
  for (let events = await log.readAll(0, 5_000); events.length > 0; events = await log.readAll(all.length, 5_000)) {
    all.push(...events.map(({ position, commandId }) => ({ position, commandId })));
  }
  await close();
  return all;
}
