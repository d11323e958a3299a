import { createServer } from 'node:net';

// Below the range that the kernel hands out by itself: nobody's outgoing connection takes the port while a server restarts.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A loopback port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
