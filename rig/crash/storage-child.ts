import { openFileStorage } from '../../apps/bff/src/adapters/storage/file/open-file-storage.ts';
import { systemClock } from '../../apps/bff/src/adapters/system-clock.ts';
import type { StreamAppend } from '../../apps/bff/src/ports/event-log.ts';
import type { Answer, Ask, PlantedFault } from './storage-messages.ts';
import type { Command, LoggedEvent } from './target.ts';

// The process that is killed: file storage behind messages, for many writers at once.
const [folder = '', fault, crashAt] = process.argv.slice(2);
const planted = fault as PlantedFault;
const { log, verify, close } = await openFileStorage({ folder, clock: systemClock, crashAt });
const ACTOR = 'system/rig';
let serial = 0;

const versions = new Map<string, number>();
for (let after = 0; after < log.head();) {
  const events = await log.readAll(after, 5_000);
  for (const { stream, version } of events) versions.set(stream, version);
  after += events.length;
}

/** Each writer has a stream of its own; several share a counter, so every append touches two streams. */
function appendsOf({ id, writer }: Command): StreamAppend[] {
  return ([`writer/${writer}`, `counter/${writer % 7}`] as const).map((stream) => ({
    stream,
    expectedVersion: versions.get(stream) ?? 0,
    events: [{ id: `${id}.${stream.replace('/', '.')}`, type: 'rig.written', schema: 1, data: { writer, id } }],
  }));
}

async function write(command: Command): Promise<readonly number[]> {
  const forgets = planted === 'forgets-commands';
  const commandId = forgets ? `${command.id}#${process.pid}.${(serial += 1)}` : command.id;
  const isKnown = !forgets && (await log.outcomeOf(ACTOR, commandId)) !== undefined;
  const appends = appendsOf(command);
  // Nothing is awaited between looking at the versions and appending, so many appends may be under way.
  if (!isKnown) for (const { stream, expectedVersion } of appends) versions.set(stream, expectedVersion + 1);
  const appending = log.append(appends, { actor: ACTOR, commandId, at: Date.now() });
  if (planted === 'answers-early') {
    const next = log.head() + 1;
    return [next, next + 1];
  }
  const { events } = await appending;
  return events.map(({ position }) => position);
}

async function readLog(): Promise<LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  for (;;) {
    const events = await log.readAll(all.length, 5_000);
    if (events.length === 0) return all;
    all.push(...events.map(({ position, commandId }) => ({ position, commandId: commandId.replace(/#.*/, '') })));
  }
}

const tell = (message: Answer): void => void process.send?.(message);

async function answer(asked: Ask): Promise<Answer> {
  const { id } = asked;
  switch (asked.ask) {
    case 'write':
      return { answer: 'written', id, positions: await write(asked.command) };
    case 'log':
      return { answer: 'log', id, events: await readLog() };
    case 'verify': {
      const report = await verify();
      return { answer: 'verified', id, ...(report.outcome === 'damaged' ? { problem: report.message } : {}) };
    }
    case 'stop':
      await close();
      return { answer: 'stopped', id };
  }
}

process.on('message', (asked: Ask) => {
  answer(asked).then(tell, (error: unknown) => tell({ answer: 'failed', id: asked.id, reason: String(error) }));
});
process.on('disconnect', () => process.exit());
tell({ answer: 'ready' });
