import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder on the disk that is gone when the bench is. `TMPDIR` says which disk. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));
  made.push(folder);
  return folder;
};

/** A folder that the next run finds again. */
export const keptFolder = (name: string): string => join(tmpdir(), `sitrep-bench-kept-${name}`);
