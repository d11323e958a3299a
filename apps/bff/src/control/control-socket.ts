import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** What the command line asks of a running server. */
export const ControlRequest = z.discriminatedUnion('command', [
  z.object({ command: z.literal('sign-in-link'), handle: z.optional(z.string()) }),
  z.object({ command: z.literal('verify-log') }),
  z.object({ command: z.literal('backup'), target: z.string() }),
]);
export type ControlRequest = z.output<typeof ControlRequest>;

export const ControlAnswer = z.union([z.object({ ok: z.string() }), z.object({ fault: z.string() })]);
export type ControlAnswer = z.output<typeof ControlAnswer>;

// What the kernel takes as the name of a Unix socket, less a margin.
const LONGEST_NAME = 100;
const LONGEST_LINE = 8_192;

/** In the data folder, or where that name is too long, in the folder for temporary files. */
export const controlSocketPath = (dataFolder: string): string => {
  const folder = path.resolve(dataFolder);
  const name = path.join(folder, 'control.sock');
  if (name.length <= LONGEST_NAME) return name;
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(tmpdir(), `sitrep-${userInfo().uid}-${short}.sock`);
};

export type ControlHandler = (request: ControlRequest) => Promise<string>;

/**
 * One JSON line in, one JSON line out, for the account that runs the server alone (mode 0600). Call it only as the
 * owner of the data folder: what a dead owner left is removed.
 */
export const openControlSocket = async (file: string, handle: ControlHandler): Promise<() => Promise<void>> => {
  await rm(file, { force: true });
  const waiting = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    let line = '';
    waiting.add(connection);
    connection.setEncoding('utf8');
    connection.on('error', () => connection.destroy());
    connection.on('close', () => waiting.delete(connection));
    connection.on('end', () => {
      if (waiting.has(connection)) connection.destroy();
    });
    connection.on('data', (text: string) => {
      line += text;
      if (line.length > LONGEST_LINE) connection.destroy();
      else if (line.includes('\n') && waiting.delete(connection)) {
        void answer(line, handle).then((reply) => connection.end(`${JSON.stringify(reply)}\n`));
      }
    });
  });
  const umask = process.umask(0o177);
  try {
    await listening(server, file);
  } finally {
    process.umask(umask);
  }
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Whoever has asked gets an answer; whoever only holds the line would hold up the end.
    for (const connection of waiting) connection.destroy();
    await closed;
    await rm(file, { force: true });
  };
};

const listening = (server: Server, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(file, () => resolve());
  });

const answer = async (line: string, handle: ControlHandler): Promise<ControlAnswer> => {
  try {
    return { ok: await handle(ControlRequest.parse(JSON.parse(line))) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};

const NOBODY_LISTENS = new Set(['ENOENT', 'ENOTDIR', 'ECONNREFUSED']);

/** Asks a running server; nothing where none listens. */
export const askRunningServer = (file: string, request: ControlRequest): Promise<ControlAnswer | undefined> =>
  new Promise((resolve, reject) => {
    const connection = createConnection(file);
    let reply = '';
    connection.setEncoding('utf8');
    connection.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== undefined && NOBODY_LISTENS.has(error.code)) resolve(undefined);
      else reject(error);
    });
    connection.on('data', (text: string) => (reply += text));
    connection.on('end', () => resolve(reply === '' ? undefined : ControlAnswer.parse(JSON.parse(reply))));
    connection.write(`${JSON.stringify(request)}\n`);
  });
