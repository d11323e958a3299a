import * as z from 'zod/mini';
import { FileId, IncidentId } from '@sitrep/shared/kernel/ids';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import { ImageType } from '@sitrep/shared/timeline/attachment';
import { BlobId } from '../../ports/blob-store.ts';
import type { DocChange, DocStore } from '../../ports/doc-store.ts';

/** What browsers may draw, by its first bytes; all else is only ever downloaded. */
export const ServedType = z.union([ImageType, z.literal('application/octet-stream')]);
export type ServedType = z.output<typeof ServedType>;

const Content = { blob: BlobId, bytes: z.int(), sha256: z.string() };

/** What is known of a file of an incident; its bytes lie in the blob store. */
export const FileRecord = z.object({
  ...Content,
  fileId: FileId,
  incidentId: IncidentId,
  name: z.string(),
  type: ServedType,
  /** What the sender called it: of no consequence. */
  namedType: z.string(),
  by: z.custom<ActorRef>((ref) => typeof ref === 'string'),
  at: z.int(),
  thumbnail: z.optional(z.object({ ...Content, type: ImageType })),
});
export type FileRecord = z.output<typeof FileRecord>;

/** A blob that was begun for a file, until it is certain that something shows it. Written before the blob itself. */
export const Upload = z.object({ blob: BlobId, incidentId: IncidentId, fileId: FileId, at: z.int() });
export type Upload = z.output<typeof Upload>;

const FILES = 'files';
const UPLOADS = 'file-uploads';

const keyOf = ({ incidentId, fileId }: Pick<FileRecord, 'incidentId' | 'fileId'>): string => `${incidentId}/${fileId}`;

export const keptFile = (record: FileRecord): DocChange => ({ collection: FILES, key: keyOf(record), value: record });
export const droppedFile = (file: Pick<FileRecord, 'incidentId' | 'fileId'>): DocChange => ({
  collection: FILES,
  key: keyOf(file),
  value: null,
});
export const begunUpload = (upload: Upload): DocChange => ({ collection: UPLOADS, key: upload.blob, value: upload });
export const doneUpload = (blob: BlobId): DocChange => ({ collection: UPLOADS, key: blob, value: null });

export const findFile = async (
  docs: DocStore,
  file: Pick<FileRecord, 'incidentId' | 'fileId'>,
): Promise<FileRecord | undefined> => FileRecord.safeParse(await docs.get(FILES, keyOf(file))).data;

export const allFiles = async (docs: DocStore): Promise<readonly FileRecord[]> =>
  (await docs.list(FILES)).flatMap(({ value }) => FileRecord.safeParse(value).data ?? []);

export const openUploads = async (docs: DocStore): Promise<readonly Upload[]> =>
  (await docs.list(UPLOADS)).flatMap(({ value }) => Upload.safeParse(value).data ?? []);
