/** Of the cascading failure. */
export const SHOP = 'INC-2026-0007';

/** Who looks, by handle in the story. */
export const SEATS = /** @type {const} */ ({
  commander: 'maya',
  administrator: 'nils',
  watcher: 'carla',
  responder: 'tomas',
  asked: 'amara',
});
/** @typedef {keyof typeof SEATS | 'nobody'} Seat */

/**
 * @typedef {(handle: string, type: string, input: object) => Promise<unknown>} Give gives a command as somebody
 * @typedef {{ minute: number, afterwards?: (give: Give, idOf: (handle: string) => Promise<string>) => Promise<unknown> }} Stand
 *   where the story stands, and what the story does not tell
 */

/** Moments at which pictures are taken, each a drill of its own. @satisfies {Record<string, Stand>} */
export const MOMENTS = {
  middle: { minute: 110 },
  /** Three proposals, one of them objected to, and no decision. */
  proposals: { minute: 89 },
  /** A text for customers waits for the commander. */
  approval: { minute: 91.6 },
  /** Two changes are under way, a third one collides with the first, and somebody has just been given a task. */
  changes: {
    minute: 98,
    afterwards: (give) =>
      give('priya', 'hypothesis.suggest', {
        incidentId: SHOP,
        text: 'Sessions are written twice since the login release of Tuesday',
      }),
  },
  /** The technical lead is asked to take command. */
  offered: {
    minute: 98,
    afterwards: async (give, idOf) =>
      give('maya', 'role.offer', { incidentId: SHOP, role: 'commander', userId: await idOf('tomas') }),
  },
};
/** @typedef {keyof typeof MOMENTS} Moment */

const BEGINS_AT = Date.parse('2026-05-15T14:15:00Z');

/** @param {number} minute of the story */
export const timeAt = (minute) => new Date(BEGINS_AT + Math.round(minute * 60) * 1_000);
