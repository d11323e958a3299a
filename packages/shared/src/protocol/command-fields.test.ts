import { describe, expect, it } from 'vitest';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';
import { COMMAND_TYPES, commandDefinition, type CommandType } from './catalogue.ts';
import { commandFields } from './command-fields.ts';

const field = (type: CommandType, name: string) => commandFields(type).find((found) => found.name === name);

describe('fields of commands, as their schemas say', () => {
  it.each<[CommandType, string, object]>([
    ['incident.change-severity', 'incidentId', { value: { is: 'thing', thing: 'incident' }, required: true }],
    [
      'incident.change-severity',
      'severity',
      { value: { is: 'choice', vocabulary: 'severity', options: [1, 2, 3, 4] }, required: true },
    ],
    ['incident.change-severity', 'reason', { value: { is: 'text', maxLength: 1_000 }, required: false }],
    ['incident.assign-role', 'userId', { value: { is: 'thing', thing: 'person' }, required: true }],
    ['incident.set-milestone', 'at', { value: { is: 'time' }, required: true, nullable: true }],
    ['incident.add-service', 'service', { value: { is: 'service' }, required: true, nullable: false }],
    ['incident.declare', 'incidentId', { required: false }],
    ['incident.declare', 'title', { value: { is: 'text', maxLength: 200 }, required: true }],
    ['incident.declare', 'private', { value: { is: 'flag' }, required: false }],
    ['incident.declare', 'services', { value: { is: 'structure' }, required: false }],
    ['incident.close', 'otherId', { value: { is: 'thing', thing: 'incident' }, required: false }],
    ['incident.close', 'as', { value: { is: 'choice', vocabulary: undefined } }],
    ['people.invite', 'tokenHash', { required: false }],
    ['timeline.pin-entry', 'entryId', { value: { is: 'thing', thing: 'entry' }, required: true }],
  ])('[KEY-20] %s: %s', (type, name, expected) => {
    expect(field(type, name)).toMatchObject(expected);
  });

  it.each(COMMAND_TYPES)('[KEY-20] those of %s are all there are, and what has to be said is needed', (type) => {
    const { schema, newIds = [], tokenHash } = commandDefinition(type);
    const made: readonly string[] = [...newIds, tokenHash ?? ''];
    const sample = SAMPLE_COMMANDS[type] as Readonly<Record<string, unknown>>;
    const fields = commandFields(type);
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(sample)));
    for (const { name, required } of fields) {
      const { [name]: _left, ...others } = sample;
      expect([name, schema.safeParse(others).success]).toEqual([name, !required && !made.includes(name)]);
    }
  });
});
