import { COMMAND_TYPES } from '@sitrep/shared/protocol/catalogue';
import { commandFields } from '@sitrep/shared/protocol/command-fields';
import { describe, expect, it } from 'vitest';
import { LEFT_OUT, type OfferedCommand } from './left-out.ts';
import { askedFields, isReviewed, judgeAnswer, nextStep, OFFERED, type Judge } from './plan.ts';

const unknown: Judge = () => ({ says: 'unknown' });
const INCIDENT = '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
/** Kinds of things that the palette can list. */
const LISTED = new Set(
  'incident person team entry alert hypothesis mitigation objection task follow-up need criterion link update'.split(
    ' ',
  ),
);

describe('the registry in the palette', () => {
  it.each(OFFERED)('[KEY-20] %s is offered with all that it needs', (type) => {
    const required = commandFields(type).filter((field) => field.required);
    expect(askedFields(type)).toEqual(expect.arrayContaining(required));
    const unanswerable = required.filter(
      ({ value }) => value.is === 'structure' || (value.is === 'thing' && !LISTED.has(value.thing)),
    );
    expect(unanswerable).toEqual([]);
  });

  it('[KEY-20] what is left out exists, each for a reason', () => {
    expect(Object.values(LEFT_OUT).filter((why) => why.length < 10)).toEqual([]);
    expect(COMMAND_TYPES).toEqual(expect.arrayContaining(Object.keys(LEFT_OUT)));
    expect(OFFERED.length + Object.keys(LEFT_OUT).length).toBe(COMMAND_TYPES.length);
  });
});

describe('[KEY-23] one argument after the other', () => {
  const steps = (type: OfferedCommand, answers: Readonly<Record<string, unknown>>, judge = unknown) => {
    const asked: string[] = [];
    let args: Readonly<Record<string, unknown>> = {};
    for (let next = nextStep(type, args, judge); ; next = nextStep(type, args, judge, next.step === 'review')) {
      if (next.step !== 'ask') {
        asked.push(next.step);
        if (next.step === 'send') return asked;
        continue;
      }
      asked.push(next.field.name);
      args = { ...args, [next.field.name]: answers[next.field.name] };
    }
  };

  it.each<[OfferedCommand, readonly string[]]>([
    ['incident.declare', ['title', 'send']],
    ['incident.change-status', ['incidentId', 'status', 'send']],
    ['incident.assign-role', ['incidentId', 'role', 'userId', 'send']],
    ['incident.set-milestone', ['incidentId', 'milestone', 'at', 'send']],
    ['timeline.add-entry', ['incidentId', 'kind', 'text', 'send']],
    ['incident.reopen', ['incidentId', 'reason', 'send']],
    ['alert.acknowledge', ['alertId', 'send']],
    ['people.deactivate', ['userId', 'review', 'send']],
  ])('%s asks for %j', (type, expected) => {
    expect(steps(type, {})).toEqual(expected);
  });

  it('asks for what the answers make necessary, once', () => {
    const judge: Judge = (_type, { severity, reason }) =>
      severity === 4 && reason === undefined
        ? { says: 'refused', why: 'Lowering takes a reason.', missing: ['reason'] }
        : { says: 'accepted' };
    const asked = (severity: number) =>
      steps('incident.change-severity', { incidentId: INCIDENT, severity, reason: 'x' }, judge);
    expect(asked(4)).toEqual(['incidentId', 'severity', 'reason', 'send']);
    expect(asked(1)).toEqual(['incidentId', 'severity', 'send']);
  });

  it('reviews what nothing takes back', () => {
    expect(OFFERED.filter(isReviewed)).toEqual([
      'incident.grant-access',
      'incident.revoke-access',
      'people.change-role',
      'people.deactivate',
      'people.reactivate',
      'people.remove-team',
      'people.join-team',
      'people.leave-team',
    ]);
  });
});

describe('[KEY-24] what an answer would lead to', () => {
  it('is told before it is chosen, texts that are yet to come aside', () => {
    const judge: Judge = (_type, args) =>
      args['as'] === 'completed' ? { says: 'refused', why: 'Resolve it first.', missing: [] } : { says: 'accepted' };
    const close = (as: string) => judgeAnswer(judge, 'incident.close', { incidentId: INCIDENT, as });
    expect(close('completed')).toEqual({ says: 'refused', why: 'Resolve it first.', missing: [] });
    expect(close('duplicate')).toEqual({ says: 'accepted' });
    expect(judgeAnswer(judge, 'incident.close', { incidentId: INCIDENT })).toEqual({ says: 'unknown' });
  });

  it('a refusal for what is asked for next is none', () => {
    const judge: Judge = () => ({ says: 'refused', why: 'Lowering takes a reason.', missing: ['reason'] });
    expect(judgeAnswer(judge, 'incident.change-severity', { incidentId: INCIDENT, severity: 4 })).toEqual({
      says: 'accepted',
    });
  });
});
