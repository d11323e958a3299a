import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { LIKELY_COMMANDS, plausibleCommand } from '@sitrep/shared/testing/plausible-command';
import { connectLive, type LiveClient } from './live-client.ts';
import type { Person } from './person.ts';
import { pick, seeded } from './random-history.ts';

/** A command with its key, and what it was answered where it was not refused. */
export type Sent = { readonly person: Person; readonly key: string; readonly answers: readonly CommandAnswer[] };

export const happened = ({ answers }: Sent): boolean => answers.some(({ outcome }) => outcome === 'accepted');

type Place = {
  readonly incidentId: string;
  readonly otherId: string;
  readonly people: readonly Person[];
  /** Commands to be accepted of all pages together. */
  readonly enough: number;
};

type Page = { readonly person: Person; readonly client: LiveClient; readonly random: () => number };

/** So many are sent twice with the same key: half of those at the same moment, half later. */
const DOUBLED = 0.2;

/** Pages that all look at one incident, each with whoever sits before it. */
export class Crowd {
  readonly faults: string[] = [];
  readonly #place: Place;
  readonly #pages: readonly Page[];
  #accepted = 0;

  private constructor(place: Place, pages: readonly Page[]) {
    this.#place = place;
    this.#pages = pages;
  }

  static async of(count: number, place: Place, seed: number): Promise<Crowd> {
    const random = seeded(seed);
    const pages = [];
    for (let index = 0; index < count; index += 1) {
      const person = pick(() => (index % place.people.length) / place.people.length, place.people);
      // A machine that stands still for some seconds cuts sockets; a page comes back.
      const client = await connectLive(person, { reconnection: true });
      await client.follow(`incident/${place.incidentId}`);
      pages.push({ person, client, random: seeded(Math.floor(random() * 2 ** 31)) });
    }
    return new Crowd(place, pages);
  }

  get clients(): readonly LiveClient[] {
    return this.#pages.map(({ client }) => client);
  }

  /** All at once, each a command after the other about what its page shows, until enough were accepted. */
  async work(): Promise<readonly Sent[]> {
    const sent = await Promise.all(this.#pages.map((page) => this.#workAt(page)));
    return sent.flat();
  }

  close(): void {
    for (const { client } of this.#pages) client.close();
  }

  async #workAt({ person, client, random }: Page): Promise<readonly Sent[]> {
    const { incidentId, otherId, people, enough } = this.#place;
    const sent: Sent[] = [];
    while (this.#accepted < enough) {
      const room = client.replicas.get(`incident/${incidentId}`)?.room;
      if (room === undefined) throw new Error('The room went away.');
      const ids = people.map(({ id }) => id);
      const around = { room, incidentId, otherId, people: ids, now: Date.now(), makeId: randomUUID };
      const { type, input } = plausibleCommand(random, pick(random, LIKELY_COMMANDS), around);
      const one = await this.#give(person, type, input, random);
      if (happened(one)) this.#accepted += 1;
      sent.push(one);
    }
    return sent;
  }

  async #give(person: Person, type: string, input: object, random: () => number): Promise<Sent> {
    const key = randomUUID();
    const give = () => person.command(type, input, key);
    const [doubled, atOnce] = [random() < DOUBLED, random() < 0.5];
    const first = doubled && atOnce ? await Promise.all([give(), give()]) : [await give()];
    const answers = doubled && !atOnce ? [...first, await give()] : first;
    for (const { status, text } of answers) if (status >= 500) this.faults.push(`${type} ${status} ${text}`);
    return {
      person,
      key,
      answers: answers.flatMap((answer) => (answer.status === 200 ? [answer.json<CommandAnswer>()] : [])),
    };
  }
}
