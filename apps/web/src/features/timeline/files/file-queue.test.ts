import { FileId } from '@sitrep/shared/kernel/ids';
import { testId } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { CommandProblem } from '../../../live/command-problem.ts';
import { createFileQueue, type QueuePorts } from './file-queue.ts';
import type { Prepared } from './prepare-file.ts';

const fileOf = (name: string, text = 'some text') => new File([text], name, { type: 'text/plain' });
const plain = async (file: File): Promise<Prepared> => ({ file: { blob: file, name: file.name, type: file.type } });

const setUp = (ports: Partial<QueuePorts> = {}) => {
  let ids = 0;
  const uploads: { readonly name: string; readonly signal: AbortSignal; end(problem?: CommandProblem): void }[] = [];
  const queue = createFileQueue({
    newId: () => FileId.parse(testId((ids += 1))),
    prepare: plain,
    upload: (_id, { name }, signal) =>
      new Promise((resolve, reject) => {
        uploads.push({ name, signal, end: (problem) => (problem === undefined ? resolve() : reject(problem)) });
      }),
    onDefect: (error) => {
      throw error;
    },
    ...ports,
  });
  const steps = () => queue.getState().files.map(({ name, progress }) => `${name} ${progress.step}`);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, uploads, steps, settled };
};

describe('files on their way', () => {
  it('[WRITE-41] go up one after the other, and leave with what shows them', async () => {
    const { queue, uploads, steps, settled } = setUp();
    queue.add([fileOf('a.log'), fileOf('b.log')]);
    await settled();
    expect(steps()).toEqual(['a.log uploading', 'b.log preparing']);
    uploads[0]?.end();
    await settled();
    expect(steps()).toEqual(['a.log done', 'b.log uploading']);
    uploads[1]?.end();
    await settled();
    expect(queue.take().map(({ name, bytes, type }) => ({ name, bytes, type }))).toEqual([
      { name: 'a.log', bytes: 9, type: 'text/plain' },
      { name: 'b.log', bytes: 9, type: 'text/plain' },
    ]);
    expect(steps()).toEqual([]);
  });

  it('[WRITE-42] one that failed says why, is tried again under the same id, and holds up no other', async () => {
    const { queue, uploads, steps, settled } = setUp();
    queue.add([fileOf('a.log'), fileOf('b.log')]);
    await settled();
    uploads[0]?.end(new CommandProblem({ code: 'unavailable', detail: '' }));
    await settled();
    expect(steps()).toEqual(['a.log failed', 'b.log uploading']);
    uploads[1]?.end();
    const [{ fileId } = { fileId: FileId.parse(testId(1)) }] = queue.getState().files;
    queue.retry(fileId);
    await settled();
    expect(uploads.map(({ name }) => name)).toEqual(['a.log', 'b.log', 'a.log']);
    uploads[2]?.end();
    await settled();
    expect(queue.take().map((attachment) => attachment.fileId)).toContain(fileId);
  });

  it('[WRITE-42] one that is taken away is stopped, and the next goes', async () => {
    const { queue, uploads, steps, settled } = setUp({
      upload: (_id, { name }, signal) =>
        new Promise((resolve, reject) => {
          if (name === 'b.log') resolve();
          signal.addEventListener('abort', () => reject(new CommandProblem({ code: 'unavailable', detail: '' })));
        }),
    });
    queue.add([fileOf('a.log'), fileOf('b.log')]);
    await settled();
    expect(uploads).toEqual([]);
    const [first] = queue.getState().files;
    if (first !== undefined) queue.remove(first.fileId);
    await settled();
    expect(steps()).toEqual(['b.log done']);
  });

  it('[WRITE-43] more than ten are not taken, and it is said how many', () => {
    const { queue } = setUp();
    queue.add(Array.from({ length: 12 }, (_, at) => fileOf(`${at}.log`)));
    expect(queue.getState()).toMatchObject({ tooMany: 2, files: { length: 10 } });
  });

  it('[WRITE-43] what does not fit is said before anything is sent', async () => {
    const { queue, uploads, settled } = setUp({ prepare: async () => ({ fault: 'too-large' }) });
    queue.add([fileOf('dump.bin')]);
    await settled();
    expect(queue.getState().files[0]?.progress).toEqual({ step: 'unfit', fault: 'too-large' });
    expect(uploads).toEqual([]);
  });
});
