import type { Problem } from '@sitrep/shared/protocol/http';
import { CommandProblem, unreachable } from '../live/command-problem.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/**
 * What is not a command and not live: asked for once. The type of the answer is the server's promise: both sides are
 * built from the same shared schemas, from the same commit.
 * @throws CommandProblem with the server's refusal, or `unavailable`.
 */
export const request = async <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> =>
  parsed(await asked(method, path, body, signal)) as T;

/** What is no JSON, such as a file that people read. @throws CommandProblem */
export const requestText = (path: string, signal?: AbortSignal): Promise<string> =>
  asked('GET', path, undefined, signal);

const asked = async (method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<string> => {
  const response = await fetch(path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(method === 'GET' ? {} : { 'Content-Type': 'application/json', 'X-Sitrep-Client': 'web' }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw unreachable();
  });
  const text = await response.text();
  if (response.ok) return text;
  const answer = parsed(text);
  throw isProblem(answer) ? new CommandProblem(answer) : unreachable();
};

/** Query of an address; what is undefined or empty stays out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};

const parsed = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;
