import { describe, expect, it } from 'vitest';
import { AGGREGATES, COMMAND_TYPES, EVENTS, aggregateNameOf, isCommandType, type CommandType } from './catalogue.ts';
import { commandStream, decideCommand, parseCommand } from './decide-command.ts';
import { integrationActor, type Actor } from '../kernel/actor.ts';
import { isRefusal } from '../kernel/errors.ts';
import { ADA, CAI, CAST, MIA, REN, ROZ, VIC, factsAbout, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import { ALERT_1, INCIDENT, declaredAs, held, joined } from '../testing/incident-past.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';

const HIDDEN: readonly Past[] = [
  declaredAs({ private: true }, REN),
  held('scribe', REN),
  joined('g', [ALERT_1]),
  { type: 'timeline.entry-added', data: { entryId: testId(0x51), kind: 'note', text: 'secret' }, by: REN.actor.ref },
];

const roomCommands = COMMAND_TYPES.filter((type) => /^(incident|timeline)\./.test(type) && type !== 'incident.declare');

const answer = (type: CommandType, past: readonly Past[], actor: Actor): unknown => {
  const command = parseCommand(type, SAMPLE_COMMANDS[type]);
  const stream = commandStream(type, command);
  try {
    const state = foldFrozen(stream, recordedIn(stream, past));
    return decideCommand(type, command, state, { actor, now: T0, facts: factsAbout(CAST) });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { code: error.code, message: error.message, details: error.details };
  }
};

describe('deciding a command', () => {
  it.each(roomCommands)('[CAN-5] %s on a hidden incident answers like on a missing one', (type) => {
    for (const actor of [CAI.actor, ROZ.actor, MIA.actor, VIC.actor, integrationActor('x')]) {
      const hidden = answer(type, HIDDEN, actor);
      expect(hidden).toEqual(answer(type, [], actor));
      expect(['not-found', 'forbidden']).toContain((hidden as { code: string }).code);
    }
  });

  it('[CAN-5] declaring over a hidden incident answers without its key', () => {
    given(HIDDEN)
      .when('incident.declare', SAMPLE_COMMANDS['incident.declare'], { actor: ROZ.actor })
      .isRefused('not-found', 'There is no such incident.');
  });

  it('[CAN-5] members and administrators get real answers', () => {
    for (const { actor } of [REN, ADA]) {
      given(HIDDEN)
        .when('incident.change-title', { incidentId: INCIDENT, title: 'Leak' }, { actor })
        .happens({ type: 'incident.title-changed', data: { from: 'Checkout fails', to: 'Leak' } });
    }
  });

  it('[CAN-7] names each fault by its path, in words', () => {
    given([])
      .when('incident.declare', {
        incidentId: 'x',
        title: '',
        alerts: [
          { alertId: ALERT_1, title: 'Errors' },
          { alertId: ALERT_1, title: undefined as unknown as string },
        ],
        severity: '1' as unknown as 1,
      })
      .isRefused('invalid', /^incidentId: Expected an id \(a UUID\)\. 3 more faults\.$/, {
        faults: [
          { path: 'incidentId', message: 'Expected an id (a UUID).' },
          { path: 'title', message: 'Write at least 1 character.' },
          { path: 'severity', message: 'Expected one of 1, 2, 3, 4.' },
          { path: 'alerts[1].title', message: 'This is needed.' },
        ],
      });
  });

  it.each([undefined, null, [], 'x', 7])('[CAN-7] refuses %j for a command', (input) => {
    expect(() => parseCommand('incident.declare', input)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        message: input === undefined ? 'This is needed.' : 'Expected an object.',
      }),
    );
  });

  it.each(COMMAND_TYPES)('[CAN-7] %s refuses what it does not know, and takes no prototype', (type) => {
    const input = JSON.parse(
      JSON.stringify({ ...SAMPLE_COMMANDS[type], surplus: 1 }).replace('{', '{"__proto__":{"admin":true},'),
    ) as unknown;
    expect(() => parseCommand(type, input)).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining('There is no such field.') }),
    );
    const command = parseCommand(type, SAMPLE_COMMANDS[type]) as object;
    expect(Object.getPrototypeOf(command)).toBe(Object.prototype);
  });
});

describe('the catalogue', () => {
  it.each(COMMAND_TYPES)('[CAN-1] %s has a stream of a known aggregate', (type) => {
    const stream = commandStream(type, parseCommand(type, SAMPLE_COMMANDS[type]));
    expect(Object.keys(AGGREGATES)).toContain(aggregateNameOf(stream));
  });

  it('[CAN-1] knows its own commands only', () => {
    expect(isCommandType('incident.declare')).toBe(true);
    expect(isCommandType('toString')).toBe(false);
    expect(isCommandType('incident.declared')).toBe(false);
    expect(Object.keys(EVENTS)).toContain('incident.declared');
  });
});
