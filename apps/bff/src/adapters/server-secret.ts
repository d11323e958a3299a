import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from './storage/file/write-durably.ts';

const SECRET = /^\S{32,}$/;

/** The key of this installation: made at the first start, readable by its owner alone. Call it as the folder's owner. */
export const readOrMakeSecret = async (dataFolder: string): Promise<string> => {
  const file = path.join(dataFolder, 'secret');
  const kept = (await readFile(file, 'utf8').catch(nothingThere)).trim();
  if (SECRET.test(kept)) {
    await chmod(file, 0o600);
    return kept;
  }
  // None yet, or what a full disk left of one: tokens made with an empty key could be guessed.
  const secret = randomBytes(32).toString('base64url');
  writeDurably(file, `${secret}\n`);
  return secret;
};

const nothingThere = (error: NodeJS.ErrnoException): string => {
  if (error.code === 'ENOENT') return '';
  throw error;
};
