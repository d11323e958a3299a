import * as z from 'zod/mini';
import { FileId } from '../kernel/ids.ts';
import { line } from '../kernel/text.ts';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_THUMBNAIL_BYTES = 256 * 1024;
export const ATTACHMENTS_AT_ONCE = 10;

/** Raster images that browsers draw and that carry no script; everything else is only ever downloaded. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export const ImageType = z.enum(IMAGE_TYPES);
export type ImageType = z.output<typeof ImageType>;

const Pixels = z.int().check(z.gte(1), z.lte(30_000));

/** A file of an incident, uploaded before the entry that shows it is written. */
export const Attachment = z.object({
  fileId: FileId,
  name: line(200),
  /** Media type as the uploader's browser named it; what it is served as, the server finds out by itself. */
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  bytes: z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES)),
  /** Set for images that were drawn when they were added; px. */
  image: z.optional(z.object({ width: Pixels, height: Pixels, thumbnail: z.boolean() })),
});
export type Attachment = z.output<typeof Attachment>;
