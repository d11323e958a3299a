import { hash as digest } from 'node:crypto';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Clock } from '../ports/clock.ts';
import type { DocChange, DocStore } from '../ports/doc-store.ts';
import { isEventLogFault } from '../ports/event-log.ts';
import type { IdGenerator } from '../ports/id-generator.ts';

export type Session = {
  /** Hash of the cookie's token: what is stored, and what names the session. */
  readonly id: string;
  readonly userId: UserId;
  /** UTC ms. */
  readonly createdAt: number;
  readonly usedAt: number;
};

const COLLECTION = 'sessions';
const LINKS = 'sign-in-links';
const DAY_MS = 86_400_000;
export const IDLE_MS = 30 * DAY_MS;
export const ABSOLUTE_MS = 180 * DAY_MS;
export const LINK_MS = 60 * 60_000;
/** Of one person; a further one makes the oldest worthless. */
export const LINKS_KEPT = 5;
// Last use is written this often at most: it is no event, and nobody needs it to the second.
const USE_GRAIN_MS = 10 * 60_000;

const hash = (token: string): string => digest('sha256', token, 'hex');

/** A one-time sign-in link: for a person, or for whoever comes first and becomes administrator. */
type Link = { readonly userId: UserId | null; readonly expiresAt: number };

type Begun = { readonly token: string; readonly session: Session };

const unwritable = (error: unknown): never => {
  if (!isEventLogFault(error)) throw error;
  throw new Refusal('unavailable', 'Nobody can sign in while the disk cannot be written. Try again.', {
    retryAfterS: 5,
  });
};

/** Sessions and one-time links: random tokens, of which only the hash is kept. */
export class Sessions {
  readonly #docs: DocStore;
  readonly #clock: Clock;
  readonly #ids: IdGenerator;
  readonly #sessions = new Map<string, Session>();
  readonly #linksInUse = new Set<string>();
  readonly #endListeners: ((session: Session) => void)[] = [];

  constructor(docs: DocStore, clock: Clock, ids: IdGenerator) {
    this.#docs = docs;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Sessions and links that ran out while nobody looked are forgotten on the way. */
  async load(): Promise<void> {
    const now = this.#clock.now();
    for (const { key, value } of await this.#docs.list(COLLECTION)) this.#sessions.set(key, value as Session);
    const links = await this.#docs.list(LINKS);
    const old = links.filter(({ value }) => (value as Link).expiresAt <= now);
    // Nobody can use what ran out, so a full disk must not keep the server from starting.
    const forgetting = [
      this.#endAll(({ id }) => !this.isLive(id)),
      this.#docs.write(old.map(({ key }) => ({ collection: LINKS, key, value: null }))),
    ];
    await Promise.allSettled(forgetting);
  }

  onEnd(listener: (session: Session) => void): void {
    this.#endListeners.push(listener);
  }

  /** A new session; the token goes into the cookie and is kept nowhere else. */
  async begin(userId: UserId, also: readonly DocChange[] = []): Promise<Begun> {
    const token = this.#ids.secret();
    const now = this.#clock.now();
    const session = { id: hash(token), userId, createdAt: now, usedAt: now };
    await this.#docs.write([{ collection: COLLECTION, key: session.id, value: session }, ...also]).catch(unwritable);
    this.#sessions.set(session.id, session);
    return { token, session };
  }

  /** The live session of a token. */
  find(token: string): Session | undefined {
    const session = this.#sessions.get(hash(token));
    if (session === undefined || !this.isLive(session.id)) return undefined;
    this.#used(session);
    return session;
  }

  isLive(id: string): boolean {
    const session = this.#sessions.get(id);
    const now = this.#clock.now();
    return session !== undefined && now < session.usedAt + IDLE_MS && now < session.createdAt + ABSOLUTE_MS;
  }

  async end(id: string): Promise<void> {
    await this.#endAll((session) => session.id === id);
  }

  async endAllOf(userId: UserId): Promise<void> {
    await this.#endAll((session) => session.userId === userId);
  }

  /** For the start, which a full disk must not prevent: what could not be written is found again by the next one. */
  async endAllBut(keeps: (userId: UserId) => boolean): Promise<void> {
    await this.#endAll((session) => !keeps(session.userId)).catch(() => undefined);
  }

  /** A link that signs in once, within the hour. */
  async makeLink(userId: UserId | null): Promise<{ readonly token: string; readonly expiresAt: number }> {
    const token = this.#ids.secret();
    const expiresAt = this.#clock.now() + LINK_MS;
    const link: Link = { userId, expiresAt };
    const mine = (await this.#docs.list(LINKS)).filter(({ value }) => (value as Link).userId === userId);
    // All last equally long, so the one that ends first is the oldest.
    const newestFirst = mine.toSorted((a, b) => (b.value as Link).expiresAt - (a.value as Link).expiresAt);
    await this.#docs.write([
      ...newestFirst.slice(LINKS_KEPT - 1).map(({ key }) => ({ collection: LINKS, key, value: null })),
      { collection: LINKS, key: hash(token), value: link },
    ]);
    return { token, expiresAt };
  }

  /**
   * Begins a session by a link, which is used up in the same moment: where that cannot be written, it is worth what it
   * was. `undefined`: unknown, used, being used or too old.
   * @param personOf who the link signs in
   */
  async useLink(token: string, personOf: (userId: UserId | null) => Promise<UserId>): Promise<Begun | undefined> {
    const key = hash(token);
    if (this.#linksInUse.has(key)) return undefined;
    this.#linksInUse.add(key);
    try {
      const link = (await this.#docs.get(LINKS, key)) as Link | undefined;
      if (link === undefined || this.#clock.now() >= link.expiresAt) return undefined;
      return await this.begin(await personOf(link.userId), [{ collection: LINKS, key, value: null }]);
    } finally {
      this.#linksInUse.delete(key);
    }
  }

  async #endAll(matches: (session: Session) => boolean): Promise<void> {
    const ending = [...this.#sessions.values()].filter(matches);
    if (ending.length === 0) return;
    // At once, and also where the disk is full: whoever is to be out is out, at least until the next start.
    for (const session of ending) {
      this.#sessions.delete(session.id);
      for (const listener of this.#endListeners) listener(session);
    }
    await this.#docs.write(ending.map(({ id }) => ({ collection: COLLECTION, key: id, value: null })));
  }

  #used(session: Session): void {
    const now = this.#clock.now();
    if (now - session.usedAt < USE_GRAIN_MS) return;
    const used = { ...session, usedAt: now };
    this.#sessions.set(session.id, used);
    // Losing one of these costs ten minutes of a month.
    void this.#docs.write([{ collection: COLLECTION, key: session.id, value: used }]).catch(() => undefined);
  }
}
