import { nowUs, sleep } from './clock.ts';
import { HttpConnection } from './http-connection.ts';

const RETRY_MS = 2;

/** Ms from `startedAt` (monotonic µs) until a server on the port says that it is alive. */
export const firstAnswerMs = async (port: number, startedAt: number, withinMs = 60_000): Promise<number> => {
  while (nowUs() < startedAt + withinMs * 1e3) {
    const connection = new HttpConnection(port);
    const answer = await connection.get('/healthz').catch(() => undefined);
    connection.close();
    if (answer?.status === 200) return (nowUs() - startedAt) / 1e3;
    await sleep(RETRY_MS);
  }
  throw new Error(`nothing answered on port ${port}`);
};
