import { Worker } from 'node:worker_threads';
import type { WorkerOptions } from './protocol.ts';

/** From source the worker needs a loader for TypeScript; in the bundle it lies beside the chunk that asks for it. */
export function startWorker(options: WorkerOptions): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fromSource ? './worker-from-source.mjs' : './storage-worker.js';
  return new Worker(new URL(entry, import.meta.url), {
    name: 'sitrep-storage',
    workerData: options,
    // Loaders of the parent are not for this thread.
    execArgv: fromSource ? [] : ['--enable-source-maps'],
  });
}
