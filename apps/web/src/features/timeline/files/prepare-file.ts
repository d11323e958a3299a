import { MAX_FILE_BYTES, MAX_THUMBNAIL_BYTES, type ImageType } from '@sitrep/shared/timeline/attachment';
import { storable } from '@sitrep/shared/kernel/text';
import { fit, type Size } from './fit.ts';
import { imageTypeOf, isUndrawable } from './image-bytes.ts';
import { stripGif } from './strip-gif.ts';

export type PreparedFile = {
  readonly blob: Blob;
  readonly name: string;
  readonly type: string;
  readonly image?: Size;
  readonly thumbnail?: Blob;
};

export type FileFault = 'empty' | 'too-large' | 'undrawable';
export type Prepared = { readonly file: PreparedFile } | { readonly fault: FileFault };

const LONGEST_EDGE = 4_096;
const THUMBNAIL_EDGE = 480;
const QUALITY = 0.85;
// A photo shrinks when it is drawn anew; what is larger is not even opened.
const MAX_PHOTO_BYTES = 60 * 1024 * 1024;
// A screenshot stays sharp; as PNG a photo would be huge.
const HUGE_PNG_BYTES = 4 * 1024 * 1024;

/**
 * What is sent of a file. Pictures are drawn and encoded anew, so that nothing of what cameras and programs write into
 * them leaves the browser: not where it was taken, not with what.
 */
export const prepareFile = async (file: File): Promise<Prepared> => {
  if (file.size === 0) return { fault: 'empty' };
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  const type = imageTypeOf(head);
  if (type !== undefined) return file.size > MAX_PHOTO_BYTES ? { fault: 'too-large' } : prepareImage(file, type);
  if (isUndrawable(head)) return { fault: 'undrawable' };
  if (file.size > MAX_FILE_BYTES) return { fault: 'too-large' };
  const named = file.type === '' ? 'application/octet-stream' : file.type.slice(0, 100);
  return { file: { blob: file, name: fileName(file.name), type: named } };
};

const prepareImage = async (file: File, type: ImageType): Promise<Prepared> => {
  // Turned as the camera held it; afterwards nothing says so any more.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (picture === undefined) return { fault: 'undrawable' };
  try {
    const { blob, size } = (await animation(file, type, picture)) ?? (await encoded(picture, type));
    if (blob.size > MAX_FILE_BYTES) return { fault: 'too-large' };
    const thumbnail = await thumbnailOf(picture);
    return {
      file: {
        blob,
        name: nameFor(fileName(file.name), blob.type),
        type: blob.type,
        image: size,
        ...(thumbnail === undefined ? {} : { thumbnail }),
      },
    };
  } finally {
    picture.close();
  }
};

type Encoded = { readonly blob: Blob; readonly size: Size };

/** Drawn anew it would stand still. */
const animation = async (file: File, type: ImageType, { width, height }: Size): Promise<Encoded | undefined> => {
  if (type !== 'image/gif') return undefined;
  const stripped = stripGif(new Uint8Array(await file.arrayBuffer()));
  return stripped?.animated === true
    ? { blob: new Blob([stripped.bytes], { type }), size: { width, height } }
    : undefined;
};

const encoded = async (picture: ImageBitmap, type: ImageType): Promise<Encoded> => {
  const size = fit(picture, LONGEST_EDGE);
  const target = type === 'image/gif' ? 'image/png' : type;
  const blob = await drawn(picture, size, target);
  if (blob.type !== 'image/png' || blob.size <= HUGE_PNG_BYTES) return { blob, size };
  const smaller = await drawn(picture, size, 'image/webp');
  return { blob: smaller.size < blob.size ? smaller : blob, size };
};

const thumbnailOf = async (picture: ImageBitmap): Promise<Blob | undefined> => {
  const size = fit(picture, THUMBNAIL_EDGE);
  const blob = await drawn(picture, size, 'image/webp');
  if (blob.size <= MAX_THUMBNAIL_BYTES) return blob;
  // Browsers without an encoder for WebP answer with PNG.
  const other = await drawn(picture, size, 'image/jpeg');
  return other.size <= MAX_THUMBNAIL_BYTES ? other : undefined;
};

const drawn = async (picture: ImageBitmap, { width, height }: Size, type: string): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws nothing.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  if (blob === null) throw new Error('The picture could not be encoded.');
  return blob;
};

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

const LONGEST_NAME = 190;

/** Long names lose their middle: the ending tells what it is. */
export const fileName = (name: string): string => {
  const line = storable(name).replace(/\s+/gu, ' ').trim();
  if (line === '') return 'file';
  return line.length <= LONGEST_NAME ? line : storable(`${line.slice(0, 150)}…${line.slice(-35)}`);
};

/** Its ending says what it has become. */
export const nameFor = (name: string, type: string): string => {
  const ending = ENDINGS[type];
  if (ending === undefined) return name;
  const [, stem = name, former = ''] = /^(.+)\.([a-z0-9]{1,5})$/i.exec(name) ?? [];
  const same = former.toLowerCase().replace('jpeg', 'jpg') === ending;
  return same ? name : `${stem}.${ending}`;
};
