import { Refusal } from '@sitrep/shared/kernel/errors';
import { sizeWords } from '../../http/take-body.ts';
import { isBlobFault, type StoredBlob } from '../../ports/blob-store.ts';
import { isEventLogFault } from '../../ports/event-log.ts';

const RETRY_AFTER_S = 5;

export const noSuchFile = (): Refusal => new Refusal('not-found', 'There is no such file.');

export const conflict = (): Refusal =>
  new Refusal('conflict', 'There is another file with this id. Send this one under an id of its own.');

export const tooLarge = (maxBytes: number): Refusal =>
  new Refusal('too-large', `This may have ${sizeWords(maxBytes)} at most.`);

export const isSame = (one: StoredBlob, other: StoredBlob): boolean =>
  one.sha256 === other.sha256 && one.bytes === other.bytes;

/** What the disk says against it, in the words of the family; anything else stays as it is. */
export const refusalOf = (error: unknown): unknown => {
  if (!isBlobFault(error) && !isEventLogFault(error)) return error;
  return new Refusal('unavailable', 'Files cannot be stored or read right now.', { retryAfterS: RETRY_AFTER_S });
};
