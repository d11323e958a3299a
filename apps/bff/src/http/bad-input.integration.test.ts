import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { userActor } from '@sitrep/shared/kernel/actor';
import { can } from '@sitrep/shared/kernel/permissions';
import { COMMAND_TYPES, commandDefinition, type CommandType } from '@sitrep/shared/protocol/catalogue';
import { commandFields } from '@sitrep/shared/protocol/command-fields';
import type { Problem } from '@sitrep/shared/protocol/http';
import { REN, testId } from '@sitrep/shared/testing/cast';
import { SAMPLE_COMMANDS } from '@sitrep/shared/testing/sample-commands';
import { badInputs } from '../testing/bad-inputs.ts';
import { signIn } from '../testing/five-people.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

/** By a link or by the command line: no command of the HTTP interface. */
const NOT_HERE: readonly CommandType[] = ['people.create-administrator', 'people.accept-invite'];
const HERE = COMMAND_TYPES.filter((type) => !NOT_HERE.includes(type));
const OF_A_ROOM = HERE.filter((type) => 'incidentId' in SAMPLE_COMMANDS[type] && type !== 'incident.declare');

/** What may still be done about a closed incident; the last one for what was on its way when it was closed. */
const ON_CLOSED: readonly CommandType[] = [
  'incident.reopen',
  'incident.set-milestone',
  'incident.resolve-alerts',
  'situation.schedule-postmortem',
  'relation.add',
  'relation.remove',
  'update.hold',
];

let server: TestServer;
let ada: Person;
/** Ada commands `here` and `closed`; the things that samples speak of are in `elsewhere`. */
let here: string;
let elsewhere: string;
let closed: string;

/** Things in another incident, under the ids that the samples have. */
const THINGS = [
  ['timeline.add-entry', { entryId: testId(0x51), text: 'theirs' }],
  ['timeline.import-entries', { importId: testId(0x53), entries: [{ entryId: testId(0x54), text: 'theirs' }] }],
  ['hypothesis.suggest', { hypothesisId: testId(0x81), text: 'theirs' }],
  ['mitigation.propose', { mitigationId: testId(0x57), title: 'theirs' }],
  ['mitigation.object', { mitigationId: testId(0x57), objectionId: testId(0x59), reason: 'theirs' }],
  ['need.raise', { needId: testId(0x96), text: 'theirs' }],
  ['follow-up.keep', { followUpId: testId(0x93), text: 'theirs' }],
  ['situation.add-criterion', { criterionId: testId(0x58), text: 'theirs' }],
  ['situation.add-link', { linkId: testId(0x59), url: 'https://example.org' }],
  ['update.draft', { updateId: testId(0x55), audience: 'internal', text: 'theirs' }],
] as const;

beforeAll(async () => {
  server = await startServer();
  ada = await signIn(server, await server.signInToken());
  [here, elsewhere, closed] = [await ada.declares('Here'), await ada.declares('Elsewhere'), await ada.declares('Over')];
  for (const incidentId of [here, elsewhere, closed])
    await ada.does('incident.take-role', { incidentId, role: 'commander' });
  for (const [type, thing] of THINGS) await ada.does(type, { incidentId: elsewhere, ...thing });
  await ada.does('task.assign', { incidentId: elsewhere, taskId: testId(0x91), text: 'theirs', assignee: ada.id });
  await ada.does('incident.close', { incidentId: closed, as: 'false-alarm', reason: 'none' });
});
afterAll(async () => {
  await server.stop();
});

const sampleIn = (type: CommandType, incidentId: string): object => {
  const sample: Readonly<Record<string, unknown>> = { ...SAMPLE_COMMANDS[type] };
  return 'incidentId' in sample ? { ...sample, incidentId } : sample;
};

const isForSitrep = (type: CommandType): boolean =>
  !can(userActor(REN.id, 'administrator'), commandDefinition(type).action, { holders: { commander: REN.id } }).allowed;
const isForHolders = (type: CommandType): boolean =>
  !can(userActor(REN.id, 'administrator'), commandDefinition(type).action).allowed;

/** The code that comes, once it is sure that nothing happened. */
const codeOf = async (type: CommandType, input: unknown): Promise<string> => {
  const before = server.core.log.head();
  const answer = await ada.command(type, input);
  const happened = await server.core.log.readAll(before, 100);
  expect(happened.filter(({ actor }) => actor.startsWith('user/'))).toEqual([]);
  return answer.status === 200 ? 'accepted' : answer.json<Problem>().code;
};

describe('[PRF-20] bad input', () => {
  test.each(HERE)('%s', async (type) => {
    for (const { what, input, code } of badInputs(type, sampleIn(type, here))) {
      expect([type, what, await codeOf(type, input)]).toEqual([type, what, code]);
    }
  });
});

describe('[PRF-21] what belongs to another incident is not there', () => {
  const made = (type: CommandType): readonly string[] => commandDefinition(type).newIds ?? [];
  const pointsAtThings = (type: CommandType): boolean =>
    commandFields(type).some(
      ({ name, value, required }) =>
        required && value.is === 'thing' && !['incident', 'person'].includes(value.thing) && !made(type).includes(name),
    );

  test.each(OF_A_ROOM.filter(pointsAtThings))('%s', async (type) => {
    expect(await codeOf(type, sampleIn(type, here))).toBe(isForSitrep(type) ? 'forbidden' : 'not-found');
  });
});

describe('[PRF-22] nothing happens in an incident that there is not', () => {
  test.each(OF_A_ROOM)('%s', async (type) => {
    expect(await codeOf(type, sampleIn(type, randomUUID()))).toBe(isForHolders(type) ? 'forbidden' : 'not-found');
  });
});

describe('[PRF-23] nothing happens in a closed one', () => {
  test.each(OF_A_ROOM.filter((type) => !ON_CLOSED.includes(type)))('%s', async (type) => {
    expect(await codeOf(type, sampleIn(type, closed))).toBe(isForSitrep(type) ? 'forbidden' : 'conflict');
  });
});
