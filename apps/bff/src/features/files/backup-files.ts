import type { BlobStore } from '../../ports/blob-store.ts';
import type { DocStore } from '../../ports/doc-store.ts';
import { EventLogFault } from '../../ports/event-log.ts';
import { allFiles, findFile, type FileRecord } from './file-record.ts';

export type FilesReport = { readonly files: number; readonly bytes: number };

type Content = Pick<FileRecord, 'blob' | 'bytes' | 'sha256'>;

/**
 * Copies every file that the documents know, each verified by its hash. Made after the copy of the log: files are put
 * before the entries that show them, so none of those is missing.
 * @throws EventLogFault `damaged`
 */
export const backupFiles = async (docs: DocStore, blobs: BlobStore, target: BlobStore): Promise<FilesReport> => {
  let bytes = 0;
  let files = 0;
  for (const file of await allFiles(docs)) {
    const contents: readonly Content[] = file.thumbnail === undefined ? [file] : [file, file.thumbnail];
    for (const content of contents) {
      if (await copied(blobs, target, content)) bytes += content.bytes;
      // Swept meanwhile, and then nothing shows it; otherwise it is lost.
      else if ((await findFile(docs, file)) !== undefined) throw damaged(file, 'is missing');
    }
    files += 1;
  }
  return { files, bytes };
};

const copied = async (blobs: BlobStore, target: BlobStore, content: Content): Promise<boolean> => {
  const opened = await blobs.get(content.blob);
  if (opened === undefined) return false;
  const copy = await target.put(content.blob, opened.stream, Number.MAX_SAFE_INTEGER);
  if (copy.sha256 !== content.sha256) throw damaged(content, 'has changed');
  return true;
};

const damaged = ({ blob }: Pick<Content, 'blob'>, how: string): EventLogFault =>
  new EventLogFault('damaged', `the file ${blob} ${how}; the backup was not made`);
