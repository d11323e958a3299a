import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { startWorker } from './start-worker.ts';

test('a worker starts from its TypeScript source and receives its data', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-worker-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'name.ts'), 'export const name: string = "worker";');
  await writeFile(
    join(folder, 'worker.ts'),
    `import { parentPort, workerData } from 'node:worker_threads';
     import { name } from './name.ts';
     parentPort!.postMessage([name, workerData as string]);`,
  );
  const worker = startWorker(pathToFileURL(join(folder, 'worker.ts')), 'none.js', { workerData: 'data' });
  expect(await once(worker, 'message')).toEqual([['worker', 'data']]);
  await worker.terminate();
  await rm(folder, { recursive: true });
});
