import type { Server } from 'node:http';

const STOP_WITHIN_MS = 5_000;
// After a restart everybody comes back at once; whoever finds no place here tries again a second later.
const WAITING_CONNECTIONS = 4_096;

/** Answers what is under way and takes nothing more, on no connection. */
export const closeServer = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  // A connection falls idle when its last answer is out; kept alive, it would hold up the end.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const giveUp = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(giveUp);
};

export const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: WAITING_CONNECTIONS }, () => {
      server.off('error', reject);
      resolve();
    });
  });
