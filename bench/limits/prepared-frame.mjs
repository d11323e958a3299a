import { fdatasync, fdatasyncSync, openSync, write, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// The least that a server can do here: node:http, one prepared frame written to every socket, no framework, no rooms.
// Environment: LOG, a file for events; SYNC, `group` or `each`; FRAME_MS, at most one frame in that time.
const frameMs = Number(process.env['FRAME_MS'] ?? 0);
const sync = process.env['SYNC'] ?? '';
const log = sync === '' ? -1 : openSync(process.env['LOG'] ?? '', 'w');

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => socket.on('error', () => undefined));

/** @param {string} text */
const frameOf = (text) => {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head =
    length < 126
      ? [0x81, length]
      : length < 65_536
        ? [0x81, 126, length >> 8, length & 0xff]
        : [0x81, 127, 0, 0, 0, 0, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from(head), payload]);
};

/** @param {readonly string[]} events */
const fanOut = (events) => {
  const frame = frameOf(`{"topic":"incident/x","events":[${events.join(',')}]}`);
  for (const socket of sockets.clients) /** @type {any} */ (socket)._socket.write(frame);
};

/** @type {string[]} */
let gathered = [];
let sentAt = -frameMs;
let scheduled = false;
const send = () => {
  scheduled = false;
  sentAt = performance.now();
  const events = gathered;
  gathered = [];
  fanOut(events);
};

/** @param {string} event */
const publish = (event) => {
  if (frameMs === 0) return fanOut([event]);
  gathered.push(event);
  if (scheduled) return;
  scheduled = true;
  const wait = sentAt + frameMs - performance.now();
  if (wait <= 0) setImmediate(send);
  else setTimeout(send, wait);
};

/** @typedef {{ event: string, answer: () => void }} Waiting */

/** Answers first, then everybody hears of it. @param {readonly Waiting[]} done */
const settle = (done) => {
  for (const { answer } of done) answer();
  setImmediate(() => {
    for (const { event } of done) publish(event);
  });
};

/** @type {Waiting[]} */
let waiting = [];
let writing = false;
const commit = () => {
  if (writing || waiting.length === 0) return;
  writing = true;
  const batch = waiting;
  waiting = [];
  const bytes = Buffer.from(batch.map(({ event }) => `${event}\n`).join(''));
  write(log, bytes, 0, bytes.length, null, (fault) => {
    if (fault) throw fault;
    fdatasync(log, (failed) => {
      if (failed) throw failed;
      writing = false;
      settle(batch);
      commit();
    });
  });
};

/** @param {Waiting} one */
const take = (one) => {
  if (sync === 'group') {
    waiting.push(one);
    commit();
  } else {
    if (sync === 'each') {
      writeSync(log, `${one.event}\n`);
      fdatasyncSync(log);
    }
    settle([one]);
  }
};

let position = 0;
server.on('request', (request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text) => (body += text));
  request.on('end', () => {
    position += 1;
    const { incidentId, text } = JSON.parse(body);
    // As many bytes as the product's event has.
    const event = JSON.stringify({
      position,
      stream: `incident/${incidentId}`,
      version: position,
      id: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c',
      schema: 1,
      at: Date.now(),
      actor: 'user/0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2d',
      commandId: `bench-${position}`,
      type: 'timeline.entry-added',
      data: { entryId: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2e', kind: 'note', text },
    });
    take({ event, answer: () => response.end(`{"events":[${event}],"position":${position}}`) });
  });
});
server.keepAliveTimeout = 60_000;
server.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 }, () => {
  console.log(`listening on ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`);
});
