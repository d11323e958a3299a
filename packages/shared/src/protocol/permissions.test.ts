import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES, commandDefinition, resourceOf, type CommandType } from './catalogue.ts';
import { commandStream, parseCommand } from './decide-command.ts';
import { ACCOUNT_ROLES, adminTokenActor, integrationActor, userActor, type AccountRole } from '../kernel/actor.ts';
import { ACTIONS, can } from '../kernel/permissions.ts';
import { INCIDENT_ROLES, type IncidentRole } from '../incidents/values.ts';
import { REN, SYSTEM, VIC, testId, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { DECLARED, held } from '../testing/incident-past.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';

type Expected = {
  readonly roles: readonly AccountRole[];
  readonly holders?: readonly IncidentRole[];
  readonly owner?: readonly AccountRole[];
  readonly integrations?: true;
};

/** Nobody but Sitrep itself. */
const sitrep: Expected = { roles: [] };
const administrators: Expected = { roles: ['administrator'] };
const responders: Expected = { roles: ['responder', 'commander', 'administrator'] };
const writers: Expected = { roles: ['manager', 'responder', 'commander', 'administrator'] };
const access: Expected = { roles: ['administrator'], holders: ['commander'] };
const entryChange: Expected = {
  roles: ['commander', 'administrator'],
  holders: ['commander', 'scribe'],
  owner: ['manager', 'responder', 'commander', 'administrator'],
};
const updateWriters: Expected = { ...responders, holders: ['communications-lead'] };
const deciders: Expected = { roles: [], holders: ['commander', 'deputy'] };
/** Sitrep itself. */
const nobody: Expected = { roles: [] };
const recording: Expected = { roles: ['administrator'], integrations: true };

/** Written by hand, against the table in kernel/permissions.ts. */
const EXPECTED: { readonly [T in CommandType]: Expected } = {
  'incident.declare': writers,
  'incident.change-title': responders,
  'incident.change-summary': responders,
  'incident.change-severity': responders,
  'incident.change-status': responders,
  'incident.reopen': responders,
  'incident.close': { roles: ['commander', 'administrator'], holders: ['commander', 'deputy'] },
  'incident.set-milestone': responders,
  'incident.add-service': responders,
  'incident.remove-service': responders,
  'incident.take-role': responders,
  'incident.assign-role': responders,
  'incident.release-role': responders,
  'incident.join-alerts': responders,
  'incident.resolve-alerts': recording,
  'incident.grant-access': access,
  'incident.revoke-access': access,
  'hypothesis.suggest': responders,
  'hypothesis.reword': responders,
  'hypothesis.start-test': responders,
  'hypothesis.stop-test': responders,
  'hypothesis.confirm': responders,
  'hypothesis.rule-out': responders,
  'hypothesis.reopen': responders,
  'hypothesis.add-evidence': responders,
  'hypothesis.remove-evidence': responders,
  'hypothesis.withdraw': responders,
  'mitigation.propose': responders,
  'mitigation.amend': responders,
  'mitigation.object': responders,
  'mitigation.withdraw-objection': responders,
  'mitigation.approve': deciders,
  'mitigation.reject': deciders,
  'mitigation.withdraw': responders,
  'mitigation.start': responders,
  'mitigation.finish': responders,
  'mitigation.verify': responders,
  'mitigation.halt': deciders,
  'mitigation.record-uncoordinated': responders,
  'role.offer': responders,
  'role.accept': responders,
  'role.decline': responders,
  'role.withdraw-offer': responders,
  'commander.report-away': sitrep,
  'commander.report-back': sitrep,
  'responder.join': responders,
  'responder.leave': responders,
  'need.raise': responders,
  'need.claim': responders,
  'need.unclaim': responders,
  'need.meet': responders,
  'need.withdraw': responders,
  'task.assign': responders,
  'task.reassign': responders,
  'task.extend': responders,
  'task.acknowledge': responders,
  'task.done': responders,
  'task.fail': responders,
  'task.cancel': responders,
  'task.reopen': responders,
  'follow-up.keep': responders,
  'follow-up.drop': responders,
  'checklist.start': responders,
  'checklist.tick': responders,
  'checklist.untick': responders,
  'checklist.skip': responders,
  'situation.change-impact': responders,
  'situation.change-objectives': responders,
  'situation.add-criterion': responders,
  'situation.reword-criterion': responders,
  'situation.meet-criterion': responders,
  'situation.unmeet-criterion': responders,
  'situation.remove-criterion': responders,
  'situation.add-link': responders,
  'situation.remove-link': responders,
  'situation.set-attention': responders,
  'situation.schedule-postmortem': responders,
  'handover.record': responders,
  'clock.run-out': sitrep,
  'clock.call-out': sitrep,
  'clock.defer': deciders,
  'escalation.raise': writers,
  'escalation.end': deciders,
  'timeline.add-entry': writers,
  'timeline.edit-entry': entryChange,
  'timeline.retract-entry': entryChange,
  'timeline.restore-entry': entryChange,
  'timeline.import-entries': writers,
  'timeline.retract-import': entryChange,
  'timeline.pin-entry': writers,
  'timeline.unpin-entry': writers,
  'relation.add': responders,
  'relation.remove': responders,
  'relation.mirror': nobody,
  'settings.change-severities': administrators,
  'settings.change-watchdogs': administrators,
  'settings.change-working-time': administrators,
  'settings.change-roles': administrators,
  'settings.change-checklists': administrators,
  'settings.change-templates': administrators,
  'settings.change-services': administrators,
  'update.draft': updateWriters,
  'update.revise': updateWriters,
  'update.request-approval': updateWriters,
  'update.approve': deciders,
  'update.request-changes': deciders,
  'update.publish': updateWriters,
  'update.announce': updateWriters,
  'update.hold': updateWriters,
  'update.release': nobody,
  'update.discard': updateWriters,
  'people.create-administrator': administrators,
  'people.invite': administrators,
  'people.revoke-invite': administrators,
  'people.accept-invite': administrators,
  'people.change-profile': { roles: ['administrator'], owner: ACCOUNT_ROLES },
  'people.change-role': administrators,
  'people.deactivate': administrators,
  'people.reactivate': administrators,
  'people.create-team': administrators,
  'people.rename-team': administrators,
  'people.remove-team': administrators,
  'people.join-team': administrators,
  'people.leave-team': administrators,
  'alert.fire': recording,
  'alert.acknowledge': responders,
  'alert.resolve': { ...responders, integrations: true },
  'integration.create': administrators,
  'integration.change-settings': administrators,
  'integration.replace-token': administrators,
  'integration.remove': administrators,
};

/** The person asking is REN, whom SAMPLE_COMMANDS are about; the standing says what else they are. */
type Standing = 'none' | 'owner' | IncidentRole;
const STANDINGS: readonly Standing[] = ['none', 'owner', ...INCIDENT_ROLES];

const isRoom = (type: CommandType): boolean => 'incidentId' in SAMPLE_COMMANDS[type];

const written = (by: Player): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId(0x51), importId: testId(0x53), kind: 'note', text: 'one' },
  by: by.actor.ref,
});

const pastOf = (type: CommandType, standing: Standing): readonly Past[] => {
  if (!isRoom(type)) return [];
  if (standing === 'none') return [DECLARED, written(VIC)];
  if (standing === 'owner') return [DECLARED, written(REN)];
  return [DECLARED, held(standing, REN), written(VIC)];
};

const isAllowed = (type: CommandType, role: AccountRole, standing: Standing): boolean => {
  // A profile is owned by the person that the command is about.
  const asksForOwn = isRoom(type) || standing === 'owner';
  const actor = userActor(asksForOwn ? REN.id : testId(0xdd), role);
  const command = parseCommand(type, SAMPLE_COMMANDS[type]);
  const stream = commandStream(type, command);
  const state = foldFrozen(stream, recordedIn(stream, pastOf(type, standing)));
  return can(actor, commandDefinition(type).action, resourceOf(type, state, command)).allowed;
};

const isExpected = (expected: Expected, role: AccountRole, standing: Standing): boolean =>
  expected.roles.includes(role) ||
  (standing === 'owner' && expected.owner?.includes(role) === true) ||
  expected.holders?.some((holder) => holder === standing) === true;

describe('the permission table', () => {
  it('[CAN-1] has an expectation for every command, and a command for every action', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual([...COMMAND_TYPES].toSorted());
    const used = new Set<string>(COMMAND_TYPES.map((type) => commandDefinition(type).action));
    expect(ACTIONS.filter((action) => !used.has(action))).toEqual([]);
  });

  const matrix = COMMAND_TYPES.flatMap((type) => STANDINGS.map((standing) => [type, standing] as const));

  it.each(matrix)('[CAN-1] says who may %s, standing: %s', (type, standing) => {
    const allowed = ACCOUNT_ROLES.filter((role) => isAllowed(type, role, standing));
    expect(allowed).toEqual(ACCOUNT_ROLES.filter((role) => isExpected(EXPECTED[type], role, standing)));
  });

  it.each(COMMAND_TYPES)('[CAN-2][CAN-3] %s refuses a viewer, and says who may', (type) => {
    given(pastOf(type, 'none'))
      .when(type, SAMPLE_COMMANDS[type], { actor: VIC.actor })
      .isRefused('forbidden', /^This is for .+\.$/);
  });

  it('[CAN-2] a viewer mends their own profile', () => {
    expect(can(VIC.actor, 'people.edit-profile', { owner: VIC.id }).allowed).toBe(true);
  });

  it.each(COMMAND_TYPES)('[CAN-4] %s is open to Sitrep itself, to integrations where it says so', (type) => {
    const { action } = commandDefinition(type);
    expect(can(SYSTEM, action).allowed).toBe(true);
    expect(can(integrationActor('x'), action).allowed).toBe(EXPECTED[type].integrations === true);
  });

  it.each(COMMAND_TYPES)('[CAN-9] %s is open to the token of the administrator as to an administrator', (type) => {
    const allowed = can(adminTokenActor, commandDefinition(type).action).allowed;
    expect(allowed).toBe(isAllowed(type, 'administrator', 'none'));
  });
});
