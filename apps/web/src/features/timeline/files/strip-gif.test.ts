import { describe, expect, it } from 'vitest';
import { fit } from './fit.ts';
import { imageTypeOf, isUndrawable } from './image-bytes.ts';
import { fileName, nameFor } from './prepare-file.ts';
import { stripGif } from './strip-gif.ts';

const text = (value: string): number[] => Array.from(value, (sign) => sign.charCodeAt(0));

const HEAD = [...text('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
const PICTURE = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
const CONTROL = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
const LOOP = [0x21, 0xff, 11, ...text('NETSCAPE2.0'), 3, 1, 0, 0, 0];
const COMMENT = [0x21, 0xfe, 5, ...text('me@ho'), 0];
const XMP = [0x21, 0xff, 11, ...text('XMP DataXMP'), 4, ...text('GPS!'), 0];
const END = [0x3b];

const gif = (...blocks: number[][]): Uint8Array => new Uint8Array(blocks.flat());

describe('[WRITE-40] a GIF that moves', () => {
  it('keeps its pictures, their timing and the looping, and loses everything else', () => {
    const made = gif(HEAD, COMMENT, LOOP, XMP, CONTROL, PICTURE, COMMENT, CONTROL, PICTURE, END, text('trailing'));
    expect(stripGif(made)).toEqual({ bytes: gif(HEAD, LOOP, CONTROL, PICTURE, CONTROL, PICTURE, END), animated: true });
  });

  it('of one picture does not move', () => {
    expect(stripGif(gif(HEAD, PICTURE, END))?.animated).toBe(false);
  });

  it.each([
    ['nothing', []],
    ['no picture', [...HEAD, ...END]],
    ['cut off', [...HEAD, ...PICTURE]],
    ['cut off within', [...HEAD, ...PICTURE.slice(0, 12)]],
    ['rubbish', [...HEAD, 7, 7, 7]],
  ])('that is %s is none', (_name, bytes) => {
    expect(stripGif(new Uint8Array(bytes))).toBeUndefined();
  });
});

it.each([
  [[0x89, ...text('PNG\r\n'), 0x1a, 10], 'image/png'],
  [[0xff, 0xd8, 0xff, 0xe1], 'image/jpeg'],
  [text('RIFF....WEBPVP8 '), 'image/webp'],
  [text('GIF89a'), 'image/gif'],
  [text('<svg xmlns='), undefined],
  [text('%PDF-1.7'), undefined],
  [[], undefined],
])('[WRITE-40] the first bytes tell what it is: %#', (bytes, type) => {
  expect(imageTypeOf(new Uint8Array(bytes))).toBe(type);
});

it('[WRITE-44] pictures that no browser draws are known', () => {
  expect(isUndrawable(new Uint8Array([0, 0, 0, 24, ...text('ftypheic')]))).toBe(true);
  expect(isUndrawable(new Uint8Array(text('II*\0')))).toBe(true);
  expect(isUndrawable(new Uint8Array(text('plain words')))).toBe(false);
});

it.each([
  [{ width: 8_000, height: 2_000 }, 4_096, { width: 4_096, height: 1_024 }],
  [{ width: 100, height: 50 }, 480, { width: 100, height: 50 }],
  [{ width: 20_000, height: 1 }, 480, { width: 480, height: 1 }],
])('%j fits into %d', (size, edge, expected) => {
  expect(fit(size, edge)).toEqual(expected);
});

it.each([
  ['IMG_1.JPEG', 'image/jpeg', 'IMG_1.JPEG'],
  ['shot.png', 'image/webp', 'shot.webp'],
  ['image', 'image/png', 'image.png'],
  ['a.b', 'image/png', 'a.png'],
  ['notes.txt', 'text/plain', 'notes.txt'],
])('%s as %s is called %s', (name, type, expected) => {
  expect(nameFor(name, type)).toBe(expected);
});

it('[WRITE-43] a long name keeps its beginning and its ending', () => {
  const name = fileName(`${'x'.repeat(300)}.log`);
  expect(name.length).toBeLessThanOrEqual(200);
  expect(name).toMatch(/^x.*….*\.log$/);
  expect(fileName(' \u0000 ')).toBe('file');
});
