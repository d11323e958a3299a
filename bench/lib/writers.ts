import { nowUs, sleep } from './clock.ts';
import { HttpConnection, type Answer } from './http-connection.ts';

/** What is sent for each event, made at the moment of sending. `n` counts from 0. */
export type Posting = (n: number) => { readonly path: string; readonly headers: string; readonly body: string };

export type Written = {
  readonly count: number;
  readonly seconds: number;
  /** Ms from sending to answer, one each. */
  readonly answers: Float64Array;
};

const send = async (connection: HttpConnection, posting: Posting, n: number): Promise<number> => {
  const { path, headers, body } = posting(n);
  const startedAt = nowUs();
  const answer = await connection.post(path, headers, body);
  expectAccepted(answer);
  return (nowUs() - startedAt) / 1e3;
};

const expectAccepted = ({ status, body }: Answer): void => {
  if (status !== 200) throw new Error(`a command was answered with ${status}: ${body}`);
};

let numbered = 0;

export type Pace = {
  readonly perSecond: number;
  readonly total: number;
};

/** `total` commands at a steady pace, whether or not earlier ones were answered. */
export const writePaced = async (port: number, posting: Posting, { perSecond, total }: Pace): Promise<Written> => {
  const idle: HttpConnection[] = [];
  const all: HttpConnection[] = [];
  const answers = new Float64Array(total);
  const startedAt = nowUs();
  const pending: Promise<void>[] = [];
  const sendOne = async (index: number): Promise<void> => {
    const connection = idle.pop() ?? opened(port, all);
    answers[index] = await send(connection, posting, numbered++);
    idle.push(connection);
  };
  for (let index = 0; index < total; index += 1) {
    const due = startedAt + (index * 1e6) / perSecond;
    const wait = (due - nowUs()) / 1e3;
    if (wait > 0.5) await sleep(wait);
    pending.push(sendOne(index));
  }
  await Promise.all(pending);
  for (const connection of all) connection.close();
  return { count: total, seconds: (nowUs() - startedAt) / 1e6, answers };
};

const opened = (port: number, all: HttpConnection[]): HttpConnection => {
  const connection = new HttpConnection(port);
  all.push(connection);
  return connection;
};

/** Each writer sends its next command when the last one is answered. */
export const writeFlatOut = async (
  port: number,
  posting: Posting,
  { writers, seconds }: { readonly writers: number; readonly seconds: number },
): Promise<Written> => {
  const answers: number[] = [];
  const startedAt = nowUs();
  const until = startedAt + seconds * 1e6;
  const write = async (): Promise<void> => {
    const connection = new HttpConnection(port);
    while (nowUs() < until) answers.push(await send(connection, posting, numbered++));
    connection.close();
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { count: answers.length, seconds: (nowUs() - startedAt) / 1e6, answers: Float64Array.from(answers) };
};

/** So many commands, as fast as so many writers can; how long it took does not matter. */
export const writeAll = async (
  port: number,
  posting: Posting,
  { writers, total }: { readonly writers: number; readonly total: number },
): Promise<void> => {
  let left = total;
  const write = async (): Promise<void> => {
    const connection = new HttpConnection(port);
    while (left > 0) {
      left -= 1;
      await send(connection, posting, numbered++);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: writers }, write));
};
