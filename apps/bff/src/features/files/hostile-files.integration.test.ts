import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { ManualClock } from '../../adapters/manual-clock.ts';
import { MemoryBlobStore } from '../../adapters/blob-store/memory-blob-store.ts';
import { fivePeople, type FivePeople } from '../../testing/five-people.ts';
import { startServer, type TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';
import { download, pathOf, PIXEL, upload } from './testing/upload.ts';

const clock = new ManualClock(1_700_000_000_000);
const blobs = new MemoryBlobStore();
let server: TestServer;
let people: FivePeople;
let incidentId: IncidentId;
beforeAll(async () => {
  server = await startServer({ clock, blobs });
  people = await fivePeople(server, await server.signInToken());
  incidentId = await people.ren.declares('With hostile files');
});
afterAll(() => server.stop());

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = '<!doctype html><script>alert(1)</script>';

describe('[FILES-20] content', () => {
  test.each([
    ['an SVG with a script named .png', SVG, 'x.png', 'image/png'],
    ['an SVG as what it is', SVG, 'x.svg', 'image/svg+xml'],
    ['HTML as an image', HTML, 'x.png', 'image/png'],
    ['HTML as what it is', HTML, 'x.html', 'text/html'],
    ['XML after a byte order mark', `\ufeff<?xml version="1.0"?>${SVG}`, 'x.gif', 'image/gif'],
    ['a script', 'alert(1)', 'x.js', 'text/javascript'],
    ['a PDF', '%PDF-1.7', 'x.pdf', 'application/pdf'],
    ['half a signature', '\x89PNG', 'x.png', 'image/png'],
    ['a RIFF that is no WebP', 'RIFF\0\0\0\0WAVEfmt ', 'x.webp', 'image/webp'],
    ['no type and nothing in it', '', 'x', ''],
  ])('%s is downloaded, never shown', async (_what, text, name, type) => {
    const sent = await upload(people.ren, incidentId, {
      body: Buffer.from(text, 'latin1'),
      name,
      headers: type === '' ? {} : { 'content-type': type },
    });
    expect(sent.json()).toMatchObject({ type: 'application/octet-stream' });
    const { headers } = await download(people.vic, incidentId, sent.fileId);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment; /);
  });

  test.each([
    ['image/png', PIXEL],
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image/gif', Buffer.from('GIF89a<script>alert(1)</script>')],
    ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
  ])('%s is shown as what it is, whatever it is called', async (type, body) => {
    const sent = await upload(people.ren, incidentId, {
      body,
      name: 'page.html',
      headers: { 'content-type': 'text/html' },
    });
    expect(sent.json()).toMatchObject({ type });
    const { headers } = await download(people.vic, incidentId, sent.fileId);
    expect([headers['content-type'], headers['content-disposition']?.split(';')[0]]).toEqual([type, 'inline']);
  });

  test('[FILES-21] comes with headers that let nothing run and no other site take it', async () => {
    const { fileId } = await upload(people.ren, incidentId);
    await people.ren.call(`${pathOf(incidentId, fileId)}/thumbnail`, { method: 'PUT', body: PIXEL });
    for (const more of ['', '/thumbnail']) {
      const first = await download(people.vic, incidentId, fileId, more);
      const etag = { 'if-none-match': String(first.headers['etag']) };
      const kept = await people.vic.call(`${pathOf(incidentId, fileId)}${more}`, { headers: etag });
      for (const { headers } of [first, kept]) {
        expect(headers).toMatchObject({
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
          'cache-control': 'private, no-cache',
        });
        expect(headers['access-control-allow-origin']).toBeUndefined();
      }
    }
  });

  test('[FILES-21] may be previewed by our own page before it is sent', async () => {
    const { headers } = await server.call('/healthz');
    expect(headers['content-security-policy']).toContain("img-src 'self' data: blob:");
  });
});

describe('[FILES-22] a compressed body', () => {
  test.each(['gzip', 'deflate', 'br', 'gzip, gzip', 'unheard-of'])('%s is refused, unread', async (encoding) => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const before = (await blobs.list()).length;
    const answer = await upload(people.ren, incidentId, { body: bomb, headers: { 'content-encoding': encoding } });
    expect([answer.status, answer.json().code]).toEqual([415, 'unsupported-media-type']);
    expect(await blobs.list()).toHaveLength(before);
  });
});

describe('[FILES-23] a name', () => {
  const shownAs = async (name: string) => {
    const { fileId, status, text } = await upload(people.ren, incidentId, { name });
    expect([status, text]).toEqual([200, expect.anything()]);
    const { headers } = await download(people.vic, incidentId, fileId);
    const disposition = String(headers['content-disposition']);
    // One header of visible ASCII, and nothing else came of it.
    expect(disposition).toMatch(/^inline; filename="[\w. -]*"; filename\*=UTF-8''[\w.~!$&+^`|%#-]*$/);
    expect(headers['x-evil']).toBeUndefined();
    clock.advance(1_000);
    return decodeURIComponent(/UTF-8''(.*)$/.exec(disposition)?.[1] ?? '');
  };

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/absolute/x.png', 'x.png'],
    ['x.png\r\nX-Evil: 1', 'x.png X-Evil: 1'],
    ['x.png\nSet-Cookie: a=b', 'x.png Set-Cookie: a=b'],
    ['null\0byte.png', 'nullbyte.png'],
    ['quo"te\'s;.png', 'quo"te\'s;.png'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['\u2066a\u2069\u200f.png', 'a.png'],
    ['صورة الشاشة.png', 'صورة الشاشة.png'],
    ['Störung 🔥 スクリーン.png', 'Störung 🔥 スクリーン.png'],
    ['%2e%2e%2fx', '%2e%2e%2fx'],
    ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
    ['a'.repeat(200), 'a'.repeat(200)],
    [`${'ü'.repeat(196)}.png`, `${'ü'.repeat(196)}.png`],
  ])('%j becomes %j', async (name, expected) => {
    expect(await shownAs(name)).toBe(expected);
  });

  test.each([
    ['', 'nothing'],
    ['..', 'dots'],
    ['a/..', 'a folder'],
    ['a/', 'no last part'],
    [' \t', 'spaces'],
    ['\u202e', 'a mark'],
    ['a'.repeat(201), 'too long'],
  ])('%j is refused: %s', async (name) => {
    const answer = await upload(people.ren, incidentId, { name });
    expect([answer.status, answer.json().faults?.[0]?.path]).toEqual([400, 'X-File-Name']);
  });

  test('that is not URI-encoded is refused', async () => {
    for (const header of ['%', '%E0%A4%A', '%ff']) {
      const answer = await upload(people.ren, incidentId, { headers: { 'x-file-name': header } });
      expect([header, answer.status]).toEqual([header, 400]);
    }
  });
});

describe('[FILES-3] an address', () => {
  test('that is no UUID has no file, however it is written', async () => {
    const ids = ['..', '%2e%2e', '..%2f..%2fsecret', '%5c..%5cx', 'x%00', randomUUID().toUpperCase(), 'thumbnail'];
    for (const id of [...ids, `${randomUUID()}%2f..`, '__proto__', 'constructor']) {
      for (const method of ['GET', 'PUT']) {
        const answer = await people.ren.call(`/api/v1/incidents/${incidentId}/files/${id}`, {
          method,
          headers: { 'x-file-name': 'x' },
          ...(method === 'PUT' ? { body: PIXEL } : {}),
        });
        expect([id, method, [400, 404].includes(answer.status)]).toEqual([id, method, true]);
      }
    }
  });
});

describe('[FILES-2] an upload', () => {
  test('that breaks off leaves nothing, and its id is free', async () => {
    const before = (await blobs.list()).length;
    const fileId = randomUUID();
    const { ren } = people;
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `PUT ${pathOf(incidentId, fileId)} HTTP/1.1\r\nHost: x\r\nCookie: ${ren.cookie}\r\nX-Sitrep-Client: test\r\n` +
        `X-File-Name: x\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(1_000)}`,
    );
    const [reading] = (await once(server.app.server, 'request')) as [IncomingMessage];
    expect(reading.method).toBe('PUT');
    await until('the upload is noted', async () =>
      (await server.core.docs.list('file-uploads')).some(
        ({ value }) => (value as { fileId: string }).fileId === fileId,
      ),
    );
    socket.destroy();
    await until(
      'nothing of it is left',
      async () =>
        !(await server.core.docs.list('file-uploads')).some(
          ({ value }) => (value as { fileId: string }).fileId === fileId,
        ),
    );
    expect(await blobs.list()).toHaveLength(before);
    expect((await upload(ren, incidentId, { fileId })).status).toBe(200);
  });

  test('[FILES-16] is decided with the rights of the moment in which it has come', async () => {
    const { ada, mia } = people;
    const fileId = randomUUID();
    const slow = request({
      port: server.port,
      method: 'PUT',
      path: pathOf(incidentId, fileId),
      headers: { cookie: mia.cookie, 'x-sitrep-client': 'test', 'x-file-name': 'x', 'content-length': 10 },
    });
    slow.write('01234');
    await once(server.app.server, 'request');
    await ada.does('people.change-role', { userId: mia.id, role: 'viewer' });
    await server.core.pipeline.appliedUpTo(server.core.log.head());
    slow.end('56789');
    const [answer] = (await once(slow, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(403);
    answer.resume();
    expect((await download(ada, incidentId, fileId)).status).toBe(404);
  });
});
