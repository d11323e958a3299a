import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webFiles } from './web-files.ts';

const SCRIPT = 'export const answer = 42;';
const MAP = '{"version":3}';
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sitrep-web-files-'));
  const assets = path.join(folder, 'assets');
  await mkdir(assets);
  await Promise.all([
    writeFile(path.join(folder, 'index.html'), '<html data-theme="system"></html>'),
    writeFile(path.join(assets, 'app-1.js'), SCRIPT),
    writeFile(path.join(assets, 'app-1.js.br'), brotliCompressSync(SCRIPT)),
    writeFile(path.join(assets, 'app-1.js.gz'), gzipSync(SCRIPT)),
    writeFile(path.join(assets, 'app-1.js.map'), MAP),
    writeFile(path.join(assets, 'tiny-1.js'), SCRIPT),
  ]);
  server = createServer(express().use(webFiles(folder)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const fetched = async (name: string, encodings: string): Promise<{ answer: IncomingMessage; body: Buffer }> => {
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: name, headers: { 'Accept-Encoding': encodings }, agent: false };
    get(options, resolve).on('error', reject);
  });
  return { answer, body: await buffer(answer) };
};

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('[HTTP-10] a script for a browser that takes "%s" comes as %s', async (takes, encoding, unpack) => {
  const { answer, body } = await fetched('/assets/app-1.js', takes);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': expect.stringMatching(/^text\/javascript/),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringContaining('Accept-Encoding'),
  });
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(unpack(body).toString()).toBe(SCRIPT);
});

test.each([
  ['/assets/tiny-1.js', SCRIPT],
  ['/assets/app-1.js.map', MAP],
])('[HTTP-10] %s was not packed and comes as it is', async (name, content) => {
  const { answer, body } = await fetched(name, 'gzip, br');
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(body.toString()).toBe(content);
});

test.each(['/assets/gone.js', '/assets/..%2Findex.js', '/assets/%00.js'])(
  '[HTTP-10] %s is not there, packed or not',
  async (name) => {
    const { answer } = await fetched(name, 'br');
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-encoding']).toBeUndefined();
  },
);
