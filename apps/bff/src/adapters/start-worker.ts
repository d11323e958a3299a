import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from its bundle (`bundle` is its name in vite.bff.config.ts, with .js) or, in development
 * and in tests, from its TypeScript `source`. The detour is for Node 20, where a thread does not inherit tsx's loader
 * and never has Vitest's.
 */
export function startWorker(source: URL, bundle: string, options: WorkerOptions = {}): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(bundle, import.meta.url), options);
  const program = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); })`;
  return new Worker(program, { ...options, eval: true });
}
