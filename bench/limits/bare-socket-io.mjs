import { createServer } from 'node:http';
import { Server } from 'socket.io';

// Socket.IO as its documentation shows it, over WebSocket alone: everybody in one room, one emit per event.
const server = createServer();
const io = new Server(server, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
});
/** @type {object[]} */
const events = [];
io.on('connection', (socket) => {
  void socket.join('board');
  // What a client has missed, as an application would answer it.
  socket.on('topic:subscribe', ({ after }, answer) => answer({ updates: events.slice(after) }));
});

let position = 0;
server.on('request', (request, response) => {
  if (request.method === 'GET') {
    response.end('{"status":"alive"}');
    return;
  }
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text) => (body += text));
  request.on('end', () => {
    position += 1;
    const { incidentId, text } = JSON.parse(body);
    const event = {
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
    };
    events.push(event);
    response.end(`{"events":[${JSON.stringify(event)}],"position":${position}}`);
    setImmediate(() => io.to('board').emit('topic:updated', event));
  });
});
server.keepAliveTimeout = 60_000;
server.listen({ host: '127.0.0.1', port: Number(process.env['PORT'] ?? 0), backlog: 4_096 }, () => {
  console.log(`listening on ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`);
});
