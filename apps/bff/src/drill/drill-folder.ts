import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import { ConfigFault } from '../config.ts';

/** Says of a data folder that everything in it is practice: whoever serves it marks it so. */
const MARK = 'drill.json';
const Mark = z.object({ drill: z.string() });

/** What the drill in a data folder is called; nothing for a real one. */
export const drillIn = (folder: string): string | undefined => {
  const file = path.join(folder, MARK);
  if (!existsSync(file)) return undefined;
  return Mark.parse(JSON.parse(readFileSync(file, 'utf8'))).drill;
};

/**
 * A folder for a new drill, marked before there is anything in it. Without a name one of the temporary ones.
 * @throws ConfigFault for a folder that holds something: it may be the real log
 */
export const makeDrillFolder = (drill: string, named?: string): string => {
  const folder = named === undefined ? mkdtempSync(path.join(tmpdir(), 'sitrep-drill-')) : path.resolve(named);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new ConfigFault(`--data: ${folder} is a file, takes a folder.`);
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ConfigFault(`--data: ${folder} is not empty. A drill begins in a folder of its own.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, MARK), `${JSON.stringify({ drill } satisfies z.output<typeof Mark>)}\n`);
  return folder;
};
