import { isSitrep, type AccountRole, type Actor } from './actor.ts';
import type { UserId } from './ids.ts';

const RESPONDERS: readonly AccountRole[] = ['responder', 'commander', 'administrator'];
const WRITERS: readonly AccountRole[] = ['manager', ...RESPONDERS];
const COMMANDERS: readonly AccountRole[] = ['commander', 'administrator'];
const ADMINISTRATORS: readonly AccountRole[] = ['administrator'];
const EVERYBODY: readonly AccountRole[] = ['viewer', ...WRITERS];

type Rule = {
  readonly roles: readonly AccountRole[];
  /** Holders of these incident roles may too, whatever their account role from viewer up. */
  readonly holders?: readonly string[];
  /** The person the thing belongs to may too, with one of these account roles. */
  readonly owner?: readonly AccountRole[];
  /** Monitoring integrations may too; they may do nothing else. */
  readonly integrations?: true;
  /** Who may, as the second half of a sentence. */
  readonly who: string;
};

/** The one permission table: the BFF refuses with it, the web hides with it. */
const RULES = {
  'incident.declare': { roles: WRITERS, who: 'responders, commanders, managers and administrators' },
  'incident.respond': { roles: RESPONDERS, who: 'responders, commanders and administrators' },
  'incident.take-role': { roles: RESPONDERS, who: 'responders, commanders and administrators' },
  'incident.assign-role': { roles: RESPONDERS, who: 'responders, commanders and administrators' },
  'incident.close': {
    roles: COMMANDERS,
    holders: ['commander', 'deputy'],
    who: "the incident's commander or deputy, commanders and administrators",
  },
  'incident.manage-access': {
    roles: ADMINISTRATORS,
    holders: ['commander'],
    who: "the incident's commander and administrators",
  },
  'incident.relate': { roles: RESPONDERS, who: 'responders, commanders and administrators' },
  'relation.mirror': { roles: [], who: 'Sitrep itself' },
  'incident.escalate': { roles: WRITERS, who: 'responders, commanders, managers and administrators' },
  /** By Sitrep alone, which sees who is connected. */
  'commander.report': { roles: [], who: 'Sitrep itself' },
  'mitigation.decide': { roles: [], holders: ['commander', 'deputy'], who: "the incident's commander or deputy" },
  'clock.defer': { roles: [], holders: ['commander', 'deputy'], who: "the incident's commander or deputy" },
  /** By Sitrep alone, which looks when they are due. */
  'clock.run': { roles: [], who: 'Sitrep itself' },
  'update.write': {
    roles: RESPONDERS,
    holders: ['communications-lead'],
    who: "the incident's Communications Lead, responders, commanders and administrators",
  },
  'update.approve': { roles: [], holders: ['commander', 'deputy'], who: "the incident's commander or deputy" },
  'update.release': { roles: [], who: 'Sitrep itself' },
  'settings.change': { roles: ADMINISTRATORS, who: 'administrators' },
  'timeline.write': { roles: WRITERS, who: 'responders, commanders, managers and administrators' },
  'timeline.edit': {
    roles: COMMANDERS,
    holders: ['commander', 'scribe'],
    owner: WRITERS,
    who: "its author, the incident's commander or scribe, commanders and administrators",
  },
  'alert.acknowledge': { roles: RESPONDERS, who: 'responders, commanders and administrators' },
  'alert.resolve': {
    roles: RESPONDERS,
    integrations: true,
    who: 'integrations, responders, commanders and administrators',
  },
  'alert.record': { roles: ADMINISTRATORS, integrations: true, who: 'integrations and administrators' },
  'people.manage': { roles: ADMINISTRATORS, who: 'administrators' },
  'people.edit-profile': { roles: ADMINISTRATORS, owner: EVERYBODY, who: 'the person and administrators' },
  'integration.manage': { roles: ADMINISTRATORS, who: 'administrators' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as Action[];

/** What an action is about, as far as rights depend on it. */
export type Resource = {
  /** Incident role → its holder. */
  readonly holders?: Readonly<Record<string, UserId | undefined>>;
  readonly owner?: UserId | undefined;
};

export type Forbidden = {
  readonly allowed: false;
  readonly who: string;
  /** Who holds the roles, where nobody else may. */
  readonly holders?: readonly UserId[];
};
export type Verdict = { readonly allowed: true } | Forbidden;

const ALLOWED: Verdict = { allowed: true };

/** May this actor do this to that? A refusal says who may. */
export const can = (actor: Actor, action: Action, resource: Resource = {}): Verdict => {
  const rule: Rule = RULES[action];
  if (isSitrep(actor)) return ALLOWED;
  if (actor.kind === 'integration') return rule.integrations === true ? ALLOWED : { allowed: false, who: rule.who };
  if (actor.role !== undefined && rule.roles.includes(actor.role)) return ALLOWED;
  if (actor.kind === 'user' && isTheirs(actor, rule, resource)) return ALLOWED;
  const holders = rule.roles.length > 0 ? [] : (rule.holders ?? []).flatMap((role) => resource.holders?.[role] ?? []);
  return { allowed: false, who: rule.who, ...(holders.length === 0 ? {} : { holders }) };
};

const isTheirs = (
  { userId, role }: Extract<Actor, { kind: 'user' }>,
  rule: Rule,
  { holders = {}, owner }: Resource,
): boolean =>
  rule.holders?.some((held) => holders[held] === userId) === true ||
  (owner === userId && rule.owner?.includes(role) === true);

/** What visibility depends on; `members` is empty for what everybody may see. */
export type Visibility = { readonly private: boolean; readonly members: readonly UserId[] };

/** What somebody may not see does not exist for them. */
export const visibleTo = (actor: Actor, thing: Visibility): boolean => {
  if (!thing.private || actor.kind === 'system') return true;
  if (actor.kind === 'integration') return false;
  return actor.role === 'administrator' || thing.members.includes(actor.userId);
};
