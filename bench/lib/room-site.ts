import { Present } from './room-present.ts';
import { noteText, Sitrep } from './sitrep.ts';
import { startBarePage } from './web-limit.ts';
import type { WebSite } from './web-site.ts';
import { writeAll, type Posting } from './writers.ts';

/** What is measured of a room: one that shows it, and notes that come to it. */
export type RoomSite = Pick<WebSite, 'name' | 'pid' | 'port' | 'cookies' | 'room' | 'notes'> & {
  /** One text, by somebody else than who looks on. */
  write(text: string, happenedAt?: number): Promise<void>;
  stop(): Promise<void>;
};

const FILLERS = 16;
const TEXTS = [
  () => noteText(),
  () => 'Latency is back.',
  () => 'Connections to the primary are used up.\n\n- raise the pool\n- restart `checkout-api`\n\n**Both** under way.',
  () => `${noteText()} ${noteText()} ${noteText()}`,
  () =>
    Array.from({ length: 30 }, (_, line) => `12:00:${String(line).padStart(2, '0')} WARN pool wait ${line}`).join('\n'),
];

/** The product: an incident of so many entries, and so many people in its room. */
export const startSitrepRoom = async (entries: number, people: number): Promise<RoomSite> => {
  const sitrep = await Sitrep.start();
  await sitrep.declare(1);
  const [incidentId = ''] = sitrep.incidents;
  const posting =
    (textOf: (n: number) => string): Posting =>
    (n) => {
      const { path, headers } = sitrep.posting(n);
      // The first two look on.
      const cookie = `Cookie: ${sitrep.cookies[2 + (n % (sitrep.cookies.length - 2))]}`;
      return {
        path,
        headers: headers.replace(/^Cookie: [^\r]*/, cookie),
        body: JSON.stringify({ incidentId, text: textOf(n) }),
      };
    };
  const fill = posting((n) => TEXTS[n % TEXTS.length]?.() ?? '');
  await writeAll(sitrep.port, fill, { writers: FILLERS, total: entries });
  const present = await Present.in(sitrep, incidentId, people);
  return {
    name: 'sitrep',
    pid: sitrep.pid,
    port: sitrep.port,
    cookies: sitrep.cookies,
    room: `/incidents/${incidentId}`,
    notes: posting(() => noteText()),
    write: async (text, happenedAt) => {
      await sitrep.command('timeline.add-entry', {
        incidentId,
        text,
        ...(happenedAt === undefined ? {} : { happenedAt }),
      });
    },
    stop: async () => {
      present.leave();
      await sitrep.stop();
    },
  };
};

/** The limit: a page of React with a list of two hundred texts and a field, and nobody there. */
export const startBareRoom = async (): Promise<RoomSite> => {
  const site = await startBarePage();
  return {
    ...site,
    write: async (text) => {
      await fetch(`http://127.0.0.1:${site.port}/command`, { method: 'POST', body: JSON.stringify({ id: 0, text }) });
    },
  };
};
