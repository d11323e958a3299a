import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyDeadline } from './body-deadline.ts';

describe('[HTTP-5] a body', () => {
  let server: Server;
  beforeAll(async () => {
    const app = express();
    app.use(bodyDeadline(150));
    app.use(express.raw({ type: () => true }));
    app.use((request, response) => void response.send(String((request.body as Buffer).length)));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Sends a body in two halves with a pause in between; answers all that came back. */
  const sent = (method: string, path: string, pauseMs: number) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      let reply = '';
      socket.setEncoding('utf8').on('data', (text: string) => (reply += text));
      socket.on('close', () => resolve(reply));
      socket.on('error', reject);
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\n\r\n01234`);
      setTimeout(() => socket.writable && socket.write('56789'), pauseMs);
    });

  test('that does not come in time ends its connection', async () => {
    expect(await sent('POST', '/api/v1/commands/incident.declare', 600)).toMatch(/^HTTP\/1\.1 408 /);
    expect(await sent('PUT', '/api/v1/somewhere/files/x', 600)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('that does is taken, and a file may take longer', async () => {
    expect(await sent('POST', '/api/v1/commands/incident.declare', 5)).toMatch(/^HTTP\/1\.1 200 [^]*\r\n10$/);
    expect(await sent('PUT', '/api/v1/incidents/INC-2026-0001/files/x', 400)).toMatch(/^HTTP\/1\.1 200 [^]*\r\n10$/);
  });
});
