import { closeSync, openSync, readSync } from 'node:fs';

// The least that a start from a log can do: read lines, parse them, change state in place. No checksums, no chain.
const [path = ''] = process.argv.slice(2);
const startedAt = performance.now();

/** @typedef {{ title: string, severity: number, status: string, roles: Record<string, string>, entries: object[] }} Incident */
/** @type {Map<string, Incident>} */
const incidents = new Map();

/** @param {any} event */
const apply = ({ stream, type, at, actor, id, data }) => {
  let incident = incidents.get(stream);
  if (incident === undefined) {
    incident = { title: data.title, severity: data.severity, status: 'detected', roles: {}, entries: [] };
    incidents.set(stream, incident);
  }
  if (type === 'incident.status-changed') incident.status = data.to;
  else if (type === 'incident.severity-changed') incident.severity = data.to;
  else if (type === 'incident.role-changed') incident.roles[data.role] = data.to;
  else if (type === 'incident.closed') incident.status = 'closed';
  incident.entries.push({ id, at, actor, type, text: data.text });
  if (type === 'incident.closed') incidents.delete(stream);
};

const file = openSync(path, 'r');
const buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
let rest = '';
let events = 0;
for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
  const lines = (rest + buffer.toString('latin1', 0, length)).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) apply(JSON.parse(line));
  events += lines.length;
}
closeSync(file);
console.log(`applied ${events} events in ${(performance.now() - startedAt).toFixed(0)} ms, ${incidents.size} open`);
