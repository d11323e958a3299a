import { describe, expect, it } from 'vitest';
import { ADA, CAI } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DEFAULT_SETTINGS, TEMPLATE_VARIABLES, variablesIn } from './values.ts';

const { severities, watchdogs } = DEFAULT_SETTINGS;
const impatient = { ...watchdogs, noProgress: 20 * MINUTE };
const IMPATIENT: Past = { type: 'settings.watchdogs-changed', data: { value: impatient } };

const BOTH = 'SEV3: say both after how long an incident is a long one and how often it is told of then.';

const wrong = (path: string, message: string) => ['invalid', message, { faults: [{ path, message }] }] as const;

describe('settings of incident response', () => {
  it('[SET-1] replace a section as a whole, and tell who did so when', () => {
    given([IMPATIENT])
      .when('settings.change-services', { value: { critical: ['payments'], internalNames: [] } }, { now: T0 + MINUTE })
      .happens({ type: 'settings.services-changed', data: { value: { critical: ['payments'], internalNames: [] } } })
      .leadsTo(({ values, changes }) => {
        expect(values.services.critical).toEqual(['payments']);
        expect(values.watchdogs).toEqual(impatient);
        expect(changes).toEqual({
          watchdogs: { revision: 1, by: ADA.actor.ref, at: T0 },
          services: { revision: 1, by: ADA.actor.ref, at: T0 + MINUTE },
        });
      });
  });

  it('[SET-2] that read so already make nothing happen', () => {
    given([]).when('settings.change-watchdogs', { value: watchdogs }).happens();
    given([IMPATIENT]).when('settings.change-watchdogs', { value: impatient, base: 0 }).happens();
  });

  it('[SET-3] are refused over a revision that somebody replaced meanwhile, with what stands now', () => {
    given([IMPATIENT])
      .when('settings.change-watchdogs', { value: { ...watchdogs, longRunning: 5 * MINUTE }, base: 0 })
      .isRefused('conflict', 'changed meanwhile', { current: { revision: 1, value: impatient } });
    given([IMPATIENT])
      .when('settings.change-watchdogs', { value: watchdogs, base: 1 })
      .happens({ type: 'settings.watchdogs-changed', data: { value: watchdogs } });
    given([IMPATIENT])
      .when('settings.change-watchdogs', { value: watchdogs })
      .leadsTo(({ changes }) => {
        expect(changes.watchdogs?.revision).toBe(2);
      });
  });

  it('[SET-4] are for administrators', () => {
    given([])
      .when('settings.change-watchdogs', { value: impatient }, { actor: CAI.actor })
      .isRefused('forbidden', 'administrators');
  });

  it('[SET-5] tell of long incidents with both a beginning and a cadence, where there are updates', () => {
    const with3 = (more: object) => ({ ...severities, 3: { ...severities[3], ...more } });
    given([])
      .when('settings.change-severities', { value: with3({ longAfter: 60 * MINUTE }) })
      .isRefused(...wrong('value[3].updateEveryLong', BOTH));
    given([])
      .when('settings.change-severities', { value: with3({ updateEveryLong: 60 * MINUTE }) })
      .isRefused(...wrong('value[3].longAfter', BOTH));
    given([])
      .when('settings.change-severities', {
        value: with3({ updateEvery: null, longAfter: 60 * MINUTE, updateEveryLong: 60 * MINUTE }),
      })
      .isRefused(...wrong('value[3].updateEvery', 'SEV3: long incidents get updates only where others do.'));
  });

  it('[SET-6] let a watchdog wait for a minute at least', () => {
    given([])
      .when('settings.change-watchdogs', { value: { ...watchdogs, callOutEvery: 5_000 } })
      .isRefused(...wrong('value.callOutEvery', 'A watchdog waits for at least a minute.'));
  });

  it('[SET-7] know the time zones that there are, and each day once', () => {
    const { workingTime } = DEFAULT_SETTINGS;
    given([])
      .when('settings.change-working-time', { value: { ...workingTime, zone: 'Europe/Berlin' } })
      .leadsTo(() => {});
    given([])
      .when('settings.change-working-time', { value: { ...workingTime, zone: 'Berlin' } })
      .isRefused(...wrong('value.zone', 'There is no time zone Berlin. Write it like Europe/Berlin.'));
    given([])
      .when('settings.change-working-time', { value: { ...workingTime, days: [1, 1] } })
      .isRefused(...wrong('value.days', 'Name each day once.'));
  });

  it('[SET-8] have each role once, by id and by name, and none that every incident has', () => {
    const liaison = { id: 'x-liaison', name: 'Liaison' };
    given([])
      .when('settings.change-roles', { value: [liaison, { ...liaison, name: 'Other' }] })
      .isRefused(...wrong('value[1].id', 'The id x-liaison is there twice.'));
    given([])
      .when('settings.change-roles', { value: [liaison, { id: 'x-other', name: 'LIAISON' }] })
      .isRefused(...wrong('value[1].name', 'There are two roles called LIAISON.'));
    for (const name of ['Scribe', 'technical lead', 'Incident commander']) {
      given([])
        .when('settings.change-roles', { value: [{ id: 'x-own', name }] })
        .isRefused(...wrong('value[0].name', `Every incident has the role ${name} already.`));
    }
  });

  it('[SET-9] have each checklist, step and severity of a checklist once', () => {
    const step = { id: 'call', text: 'Call them' };
    const list = { id: 'first', phase: 'response' as const, title: 'First', severities: [1 as const], steps: [step] };
    given([])
      .when('settings.change-checklists', { value: [list, list] })
      .isRefused(...wrong('value[1].id', 'The id first is there twice.'));
    given([])
      .when('settings.change-checklists', { value: [{ ...list, steps: [step, step] }] })
      .isRefused(...wrong('value[0].steps[1].id', 'First: the step call is there twice.'));
    given([])
      .when('settings.change-checklists', { value: [{ ...list, severities: [1, 1] }] })
      .isRefused(...wrong('value[0].severities', 'First: name each severity once.'));
  });

  it('[SET-10] have each template once, and name only variables that there are', () => {
    const template = {
      id: 'first',
      name: 'First',
      audience: 'internal' as const,
      severities: [],
      statuses: [],
      text: '{{title}}: {{ status }}',
    };
    given([])
      .when('settings.change-templates', { value: [template] })
      .leadsTo(() => {});
    given([])
      .when('settings.change-templates', { value: [template, template] })
      .isRefused(...wrong('value[1].id', 'The id first is there twice.'));
    given([])
      .when('settings.change-templates', { value: [{ ...template, text: '{{titel}}' }] })
      .isRefused(
        ...wrong(
          'value[0].text',
          `First: there is no variable {{titel}}. There are: ${TEMPLATE_VARIABLES.join(', ')}.`,
        ),
      );
    expect(variablesIn('{{title}} {{ title }} {{a b}} {x} {{}}')).toEqual(['title', 'a b', '']);
  });

  it('[SET-11] name each service once, whatever its case', () => {
    given([])
      .when('settings.change-services', { value: { critical: ['a', 'A'], internalNames: [] } })
      .isRefused(...wrong('value.critical[1]', 'A is there twice.'));
    given([])
      .when('settings.change-services', { value: { critical: [], internalNames: ['b', 'b'] } })
      .isRefused(...wrong('value.internalNames[1]', 'b is there twice.'));
  });
});
