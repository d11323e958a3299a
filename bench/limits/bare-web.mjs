import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { Server } from 'socket.io';

// Serves the bare page of the folder beside this file (built into PAGE), packed once, and tells each page every change.
const ENTRIES = 200;
const folder = process.env['PAGE'] ?? '';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const files = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.extname(name) in TYPES)
    .map((name) => [`/${name}`, gzipSync(readFileSync(path.join(folder, name)), { level: 9 })]),
);

const rows = Array.from({ length: Number(process.env['ROWS'] ?? 30) }, (_, id) => ({
  id,
  title: `Checkout answers slowly ${id}`,
  severity: (id % 4) + 1,
  changes: 0,
}));
/** @type {string[]} */
const entries = Array.from({ length: ENTRIES }, (_, n) => `Note ${n}: error budget burn is above 14x on checkout-api.`);

const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => socket.emit('state', { rows, entries }));

server.on('request', (request, response) => {
  if (request.method === 'GET') {
    const name = request.url?.startsWith('/assets/') ? request.url : '/index.html';
    const type = TYPES[/** @type {keyof typeof TYPES} */ (path.extname(name))];
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': 'gzip' });
    response.end(files.get(name));
    return;
  }
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text) => (body += text));
  request.on('end', () => {
    const change = JSON.parse(body);
    if (change.title !== undefined) rows.push({ id: rows.length, title: change.title, severity: 1, changes: 0 });
    if (change.text !== undefined) entries.push(change.text);
    if (entries.length > ENTRIES) entries.shift();
    response.writeHead(200, { 'Content-Length': '0' }).end();
    io.emit('change', change);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`listening on ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`);
});
