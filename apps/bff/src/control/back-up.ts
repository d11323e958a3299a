import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EventLogFault } from '../ports/event-log.ts';

type LogReport = { readonly events: number; readonly head: number };
type FilesReport = { readonly files: number; readonly bytes: number };

export type BackupParts = {
  /** Copies the log to a new file. */
  log(targetFile: string): Promise<LogReport>;
  /** Copies what people attached into a new folder, made only where there is something. */
  files(targetFolder: string): Promise<FilesReport>;
};

/** Copies the log, and beside it the files, or neither. Says what was made. @throws EventLogFault */
export const backUp = async (parts: BackupParts, folder: string, target: string): Promise<string> => {
  const log = path.resolve(target);
  const files = `${log}.files`;
  if (existsSync(files)) {
    throw new EventLogFault(
      'unavailable',
      `the backup cannot be made: ${files} exists already, and nothing is overwritten`,
    );
  }
  const { events, head } = await parts.log(log);
  try {
    const copied = await parts.files(files);
    const count = copied.files === 1 ? '1 file' : `${copied.files} files`;
    const beside = copied.files === 0 ? '' : `, and ${count} (${copied.bytes} bytes) to ${files}`;
    return `Backed up ${events} events, up to position ${head}, from ${path.resolve(folder)} to ${log}${beside}.`;
  } catch (error) {
    await Promise.all([rm(log, { force: true }), rm(files, { recursive: true, force: true })]);
    throw error;
  }
};
