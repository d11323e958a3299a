import { FileId, type IncidentId, type UserId } from '@sitrep/shared/kernel/ids';
import { newId } from '../../../live/ids.ts';
import { holdUnsaved } from '../../../ui/unsaved.ts';
import { fileAddress, thumbnailAddress } from './file-address.ts';
import { createFileQueue, type FileQueue } from './file-queue.ts';
import { prepareFile } from './prepare-file.ts';
import { putFile } from './put-file.ts';

const queues = new Map<string, FileQueue>();

/** For as long as the page lives: uploads go on while another tab of the room, or another room, is looked at. */
export const fileQueueOf = (user: UserId, incident: IncidentId): FileQueue => {
  const key = `${user}/${incident}`;
  const queue = queues.get(key) ?? watched(createFor(incident));
  queues.set(key, queue);
  return queue;
};

/** Files are in this page alone until they are sent. */
const watched = (queue: FileQueue): FileQueue => {
  let release: (() => void) | undefined;
  queue.subscribe(({ files }) => {
    if (files.length > 0) release ??= holdUnsaved();
    else {
      release?.();
      release = undefined;
    }
  });
  return queue;
};

const createFor = (incident: IncidentId): FileQueue =>
  createFileQueue({
    newId: () => FileId.parse(newId()),
    prepare: prepareFile,
    upload: async (fileId, { blob, name, type, thumbnail }, signal, onProgress) => {
      await putFile({ address: fileAddress(incident, fileId), blob, name, type, signal, onProgress });
      if (thumbnail === undefined) return;
      const address = thumbnailAddress(incident, fileId);
      await putFile({ address, blob: thumbnail, name, type: thumbnail.type, signal });
    },
    onDefect: reportError,
  });
