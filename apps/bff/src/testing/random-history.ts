import type { CommandType } from '@sitrep/shared/protocol/catalogue';

export { seeded } from '@sitrep/shared/testing/seeded';

export const pick = <T>(random: () => number, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

export type RandomCommand = { readonly type: CommandType; readonly input: object };

type World = {
  readonly incidents: readonly string[];
  readonly entries: readonly string[];
  readonly people: readonly string[];
  readonly teams: readonly string[];
};

const STATUSES = ['investigating', 'identified', 'mitigating', 'resolved'] as const;
const ROLES = ['commander', 'deputy', 'scribe'] as const;
// Odd characters: separators that some readers split at, and those that search takes for syntax.
const TEXTS = ['plain', 'two\nlines', 'a\u2028b', '"quoted" OR *', 'ü 🔥 👩‍🚒', 'x'.repeat(300)] as const;

/** A command out of few ids, so that what is done meets what was done before; many are refused, which is part of it. */
export const randomCommand = (random: () => number, world: World): RandomCommand => {
  const incidentId = pick(random, world.incidents);
  const entryId = pick(random, world.entries);
  const userId = pick(random, world.people);
  const teamId = pick(random, world.teams);
  const text = pick(random, TEXTS);
  const title = `${text.slice(0, 20)} ${Math.floor(random() * 1_000)}`;
  const commands: readonly (readonly [CommandType, object])[] = [
    ['incident.declare', { incidentId, title, private: random() < 0.3 }],
    ['incident.declare', { incidentId, title }],
    ['incident.change-title', { incidentId, title }],
    ['incident.change-severity', { incidentId, severity: pick(random, [1, 2, 3, 4]), reason: 'why' }],
    ['incident.change-status', { incidentId, status: pick(random, STATUSES) }],
    ['incident.close', { incidentId, as: 'false-alarm', reason: text }],
    ['incident.close', { incidentId, as: 'completed', reason: text }],
    ['incident.reopen', { incidentId, reason: text }],
    ['incident.reopen', { incidentId, reason: text }],
    ['incident.set-milestone', { incidentId, milestone: 'started', at: Math.floor(random() * 1e9) }],
    ['incident.add-service', { incidentId, service: pick(random, ['api', 'db', 'web']) }],
    ['incident.remove-service', { incidentId, service: pick(random, ['api', 'db', 'web']) }],
    ['incident.take-role', { incidentId, role: pick(random, ROLES) }],
    ['incident.assign-role', { incidentId, role: pick(random, ROLES), userId }],
    ['role.offer', { incidentId, role: pick(random, ROLES), userId }],
    ['role.accept', { incidentId, role: pick(random, ROLES) }],
    ['responder.join', { incidentId }],
    ['need.raise', { incidentId, text }],
    ['incident.release-role', { incidentId, role: pick(random, ROLES) }],
    ['incident.grant-access', { incidentId, userId }],
    ['incident.revoke-access', { incidentId, userId }],
    ['timeline.add-entry', { incidentId, entryId, text }],
    ['timeline.add-entry', { incidentId, text: `${text} ${Math.floor(random() * 1_000)}` }],
    ['timeline.edit-entry', { incidentId, entryId, baseRevision: pick(random, [1, 2]), text: `mended ${title}` }],
    ['timeline.retract-entry', { incidentId, entryId }],
    ['timeline.pin-entry', { incidentId, entryId }],
    ['people.create-team', { teamId, name: `team ${teamId.slice(-4)} ${Math.floor(random() * 3)}` }],
    ['people.remove-team', { teamId }],
    ['people.join-team', { teamId, userId }],
  ];
  const [type, input] = pick(random, commands);
  return { type, input };
};
