import { ERROR_CODES, type ErrorCode } from '@sitrep/shared/kernel/errors';
import { CommandProblem, unreachable, type ProblemInfo } from './command-problem.ts';
import type { Scheduler } from './scheduler.ts';

export type Api = {
  /** @throws CommandProblem */
  readonly get: <Answer>(path: string) => Promise<Answer>;
  /** @throws CommandProblem */
  readonly send: <Answer>(
    method: 'POST' | 'DELETE',
    path: string,
    options?: {
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly signal?: AbortSignal;
    },
  ) => Promise<Answer>;
};

export type ApiPorts = {
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly scheduler: Scheduler;
  /** The server does not know us (any longer). */
  readonly onUnauthenticated: () => void;
};

const PATIENCE_MS = 15_000;

/** Requests under /api/v1. The header shows that the page itself asks, which no other site's page can. */
export const createApi = ({ origin, fetch, scheduler, onUnauthenticated }: ApiPorts): Api => {
  const request = async <Answer>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Answer> => {
    const giveUp = new AbortController();
    const abort = () => giveUp.abort();
    const cancel = scheduler.after(PATIENCE_MS, abort);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    try {
      const response = await fetch(`${origin}/api/v1${path}`, { ...init, signal: giveUp.signal });
      return await answerOf<Answer>(response);
    } catch (error) {
      // Whatever else answers in our server's place (a proxy, a hotel's network) has not taken the command.
      if (!(error instanceof CommandProblem)) throw unreachable();
      if (error.code === 'unauthenticated') onUnauthenticated();
      throw error;
    } finally {
      cancel();
      signal?.removeEventListener('abort', abort);
    }
  };
  return {
    get: (path) => request(path, { headers: { accept: 'application/json' } }),
    send: (method, path, { body, headers, signal } = {}) =>
      request(
        path,
        {
          method,
          headers: {
            accept: 'application/json',
            'x-sitrep-client': 'web',
            'content-type': 'application/json',
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        signal,
      ),
  };
};

const answerOf = async <Answer>(response: Response): Promise<Answer> => {
  if (response.status === 204) return undefined as Answer;
  const body: unknown = await response.json();
  if (response.ok) return body as Answer;
  throw problemFrom(body, response.headers.get('retry-after'));
};

const problemFrom = (body: unknown, retryAfter: string | null): CommandProblem => {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemInfo>;
  if (typeof problem.code !== 'string') return unreachable();
  const code: ErrorCode = ERROR_CODES.find((known) => known === problem.code) ?? 'internal';
  const seconds = problem.retryAfterS ?? Number(retryAfter ?? Number.NaN);
  return new CommandProblem({
    code,
    detail: typeof problem.detail === 'string' ? problem.detail : '',
    ...(Array.isArray(problem.faults) ? { faults: problem.faults } : {}),
    ...(Array.isArray(problem.known) ? { known: problem.known } : {}),
    current: problem.current,
    ...(Number.isFinite(seconds) ? { retryAfterS: seconds } : {}),
  });
};
