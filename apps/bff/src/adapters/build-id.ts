import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Names the code that is running; nothing when it runs from source, where it may change under the process. */
export const buildId = (): string | undefined => {
  if (import.meta.url.endsWith('.ts')) return undefined;
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) if (name.endsWith('.js')) hash.update(readFileSync(folder + name));
  return hash.digest('hex').slice(0, 16);
};
