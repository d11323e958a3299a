import type { Problem } from '@sitrep/shared/protocol/http';
import { CommandProblem, unreachable } from '../../../live/command-problem.ts';

type Put = {
  readonly address: string;
  readonly blob: Blob;
  readonly name: string;
  readonly type: string;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** `fetch` tells nothing of how far an upload has come. @throws CommandProblem; with `unavailable` it may be tried again. */
export const putFile = ({ address, blob, name, type, signal, onProgress }: Put): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    request.open('PUT', address);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('X-File-Name', encodeURIComponent(name));
    request.setRequestHeader('X-Sitrep-Client', 'web');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total));
    request.addEventListener('loadend', () => {
      signal.removeEventListener('abort', abort);
      // Without an answer the status is 0.
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(problemOf(request.responseText));
    });
    signal.addEventListener('abort', abort);
    request.send(blob);
  });

const problemOf = (answer: string): CommandProblem => {
  try {
    const problem = JSON.parse(answer) as Partial<Problem>;
    if (problem.code !== undefined && problem.detail !== undefined) return new CommandProblem(problem as Problem);
  } catch {
    // What stands between here and the server said something of its own.
  }
  return unreachable();
};
