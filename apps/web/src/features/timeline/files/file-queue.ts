import type { FileId } from '@sitrep/shared/kernel/ids';
import { ATTACHMENTS_AT_ONCE, type Attachment } from '@sitrep/shared/timeline/attachment';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { CommandProblem, type ProblemInfo } from '../../../live/command-problem.ts';
import type { FileFault, Prepared, PreparedFile } from './prepare-file.ts';

export type FileProgress =
  | { readonly step: 'preparing' }
  | { readonly step: 'uploading'; readonly share: number }
  | { readonly step: 'done'; readonly attachment: Attachment }
  | { readonly step: 'failed'; readonly problem: ProblemInfo }
  | { readonly step: 'unfit'; readonly fault: FileFault };

export type QueuedFile = {
  readonly fileId: FileId;
  readonly name: string;
  readonly bytes: number;
  readonly progress: FileProgress;
};

export type QueueState = {
  readonly files: readonly QueuedFile[];
  /** How many were not taken since there are enough already. */
  readonly tooMany: number;
};

export type QueuePorts = {
  readonly newId: () => FileId;
  readonly prepare: (file: File) => Promise<Prepared>;
  readonly upload: (
    fileId: FileId,
    file: PreparedFile,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ) => Promise<void>;
  readonly onDefect: (error: unknown) => void;
};

export type FileQueue = Pick<StoreApi<QueueState>, 'getState' | 'getInitialState' | 'subscribe'> & {
  readonly add: (files: readonly File[]) => void;
  readonly remove: (fileId: FileId) => void;
  readonly retry: (fileId: FileId) => void;
  /** The files that are up, once what shows them is sent: they leave. */
  readonly take: () => readonly Attachment[];
};

type Work = { readonly file: File; readonly abort: AbortController; prepared?: PreparedFile };

/** Files on their way, one after the other: a phone at the edge of a network finishes one rather than none of five. */
export const createFileQueue = (ports: QueuePorts): FileQueue => {
  const store = createStore<QueueState>(() => ({ files: [], tooMany: 0 }));
  const works = new Map<FileId, Work>();
  let running = Promise.resolve();

  const change = (fileId: FileId, fields: Partial<QueuedFile>): void =>
    store.setState(({ files }) => ({
      files: files.map((file) => (file.fileId === fileId ? { ...file, ...fields } : file)),
    }));

  const uploaded = async (fileId: FileId, work: Work): Promise<FileProgress> => {
    if (work.prepared === undefined) {
      const prepared = await ports.prepare(work.file);
      if ('fault' in prepared) return { step: 'unfit', fault: prepared.fault };
      work.prepared = prepared.file;
    }
    const { prepared, abort } = work;
    const { name, blob } = prepared;
    if (abort.signal.aborted) return { step: 'preparing' };
    change(fileId, { name, bytes: blob.size, progress: { step: 'uploading', share: 0 } });
    await ports.upload(fileId, prepared, abort.signal, (share) =>
      change(fileId, { progress: { step: 'uploading', share } }),
    );
    return { step: 'done', attachment: attachmentOf(fileId, prepared) };
  };

  const run = async (fileId: FileId): Promise<void> => {
    const work = works.get(fileId);
    if (work === undefined) return;
    try {
      change(fileId, { progress: await uploaded(fileId, work) });
    } catch (error) {
      if (!(error instanceof CommandProblem)) ports.onDefect(error);
      const problem = error instanceof CommandProblem ? error : new CommandProblem({ code: 'internal', detail: '' });
      change(fileId, { progress: { step: 'failed', problem: problem.info() } });
    }
  };

  const enqueue = (fileId: FileId): void => {
    running = running.then(() => run(fileId));
  };

  return {
    ...store,
    add: (chosen) => {
      const room = Math.max(0, ATTACHMENTS_AT_ONCE - store.getState().files.length);
      const added = chosen.slice(0, room).map((file): QueuedFile => {
        const fileId = ports.newId();
        works.set(fileId, { file, abort: new AbortController() });
        return { fileId, name: file.name, bytes: file.size, progress: { step: 'preparing' } };
      });
      store.setState(({ files }) => ({ files: [...files, ...added], tooMany: chosen.length - added.length }));
      for (const { fileId } of added) enqueue(fileId);
    },
    remove: (fileId) => {
      works.get(fileId)?.abort.abort();
      works.delete(fileId);
      store.setState(({ files }) => ({ files: files.filter((file) => file.fileId !== fileId), tooMany: 0 }));
    },
    retry: (fileId) => {
      change(fileId, { progress: { step: 'preparing' } });
      enqueue(fileId);
    },
    take: () => {
      const { files } = store.getState();
      const attachments = files.flatMap(({ progress }) => (progress.step === 'done' ? [progress.attachment] : []));
      for (const { fileId } of attachments) works.delete(fileId);
      store.setState({ files: files.filter(({ progress }) => progress.step !== 'done'), tooMany: 0 });
      return attachments;
    },
  };
};

const attachmentOf = (fileId: FileId, { name, type, blob, image, thumbnail }: PreparedFile): Attachment => ({
  fileId,
  name,
  type,
  bytes: blob.size,
  ...(image === undefined ? {} : { image: { ...image, thumbnail: thumbnail !== undefined } }),
});

export const isUnderWay = ({ progress: { step } }: QueuedFile): boolean => step === 'preparing' || step === 'uploading';
