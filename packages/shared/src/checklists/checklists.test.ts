import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import type { OpenStatus, Severity } from '../incidents/values.ts';
import type { Recorded } from '../kernel/event.ts';
import type { SitrepEvent } from '../protocol/catalogue.ts';
import { compensation } from '../protocol/undo.ts';
import { DEFAULT_SETTINGS, PHASES, type ChecklistTemplate } from '../settings/values.ts';
import { REN, ROZ } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { recordedIn, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, incidentAt } from '../testing/incident-past.ts';
import { SAMPLE_COMMANDS } from '../testing/sample-commands.ts';
import { MAX_CHECKLISTS } from './decide.ts';
import { checklistsDue, type Occasion } from './due.ts';
import { noChecklists } from './state.ts';

const incidentId = INCIDENT;
const checklistId = 'own';
const told = { checklistId, stepId: 'one', text: 'First' };
const step = { incidentId, checklistId, stepId: 'one' };

const template: ChecklistTemplate = {
  id: checklistId,
  phase: 'response',
  title: 'Look',
  severities: [1],
  steps: [
    { id: 'one', text: 'First' },
    { id: 'two', text: 'Then' },
  ],
};
const facts = { settings: { ...DEFAULT_SETTINGS, checklists: [template] } };
const { id: _id, severities: _for, ...copied } = template;
const started: Past = { type: 'checklist.started', data: { checklistId, ...copied } };
const ticked: Past = { type: 'checklist.step-ticked', data: { ...told }, by: REN.actor.ref };
const skipped: Past = {
  type: 'checklist.step-skipped',
  data: { ...told, reason: 'not ours' },
  by: REN.actor.ref,
};
const opened: Past = { type: 'checklist.step-unticked', data: { ...told }, by: REN.actor.ref };

describe('starting a checklist', () => {
  it('[CHK-1][CHK-5] copies it as the settings have it', () => {
    given([DECLARED])
      .when('checklist.start', { incidentId, checklistId }, { facts, actor: REN.actor })
      .happens({ type: 'checklist.started', data: { checklistId, ...copied } })
      .leadsTo(({ checklists, timeline }) => {
        expect(checklists.items).toMatchObject([
          { id: 'own', phase: 'response', steps: [{ state: 'open' }, { state: 'open' }] },
        ]);
        expect(timeline.total).toBe(1);
      });
  });

  it('[CHK-5] not twice, not an unknown one, and not without end', () => {
    given([DECLARED, started]).when('checklist.start', { incidentId, checklistId }, { facts }).happens();
    given([DECLARED])
      .when('checklist.start', { incidentId, checklistId: 'none' }, { facts })
      .isRefused('not-found', 'no such checklist', { known: ['own'] });
    const many = Array.from({ length: MAX_CHECKLISTS }, (_, n): Past => ({
      type: 'checklist.started',
      data: { checklistId: `own-${n}`, ...copied },
    }));
    given([DECLARED, ...many])
      .when('checklist.start', { incidentId, checklistId }, { facts })
      .isRefused('conflict', 'at most');
  });

  it('[CHK-6] delivered are four for SEV1 and four for SEV2', () => {
    for (const severity of [1, 2] as const) {
      const own = DEFAULT_SETTINGS.checklists.filter(({ severities }) => severities.includes(severity));
      expect(own.map(({ phase }) => phase)).toEqual(PHASES);
      for (const { steps } of own) expect(steps.length >= 4 && steps.length <= 7).toBe(true);
    }
  });
});

describe('steps', () => {
  const past = [DECLARED, started];

  it('[CHK-10][CHK-12] are ticked, opened and skipped, each an entry', () => {
    given(past)
      .when('checklist.tick', step, { actor: REN.actor })
      .happens({ type: 'checklist.step-ticked', data: { ...told } })
      .leadsTo(({ checklists, timeline }) => {
        expect(checklists.items[0]?.steps).toMatchObject([{ state: 'ticked', by: REN.actor.ref }, { state: 'open' }]);
        expect(timeline.total).toBe(2);
      });
    given([...past, ticked])
      .when('checklist.untick', step, { actor: ROZ.actor })
      .happens({ type: 'checklist.step-unticked', data: { ...told } })
      .leadsTo(({ checklists }) => expect(checklists.items[0]?.steps[0]?.state).toBe('open'));
    given(past)
      .when('checklist.skip', { ...step, reason: 'not ours' })
      .happens({ type: 'checklist.step-skipped', data: { ...told, reason: 'not ours' } })
      .leadsTo(({ checklists }) =>
        expect(checklists.items[0]?.steps[0]).toMatchObject({ state: 'skipped', reason: 'not ours' }),
      );
    given([...past, skipped])
      .when('checklist.tick', step)
      .leadsTo(({ checklists }) => expect(checklists.items[0]?.steps[0]?.state).toBe('ticked'));
  });

  it('[CHK-10] again makes nothing happen', () => {
    given([...past, ticked])
      .when('checklist.tick', step)
      .happens();
    given(past).when('checklist.untick', step).happens();
    given([...past, skipped])
      .when('checklist.skip', { ...step, reason: 'not ours' })
      .happens();
  });

  it('[CHK-10] skipping wants a reason', () => {
    given(past)
      .when('checklist.skip', { ...step, reason: ' ' })
      .isRefused('invalid');
  });

  it('[CHK-11] what is ticked is not skipped', () => {
    given([...past, ticked])
      .when('checklist.skip', { ...step, reason: 'not ours' })
      .isRefused('conflict', 'done already');
  });

  it.each(['checklist.tick', 'checklist.untick', 'checklist.skip'] as const)('[CHK-13] %s', (type) => {
    const sample = SAMPLE_COMMANDS[type] as typeof step & { reason: string };
    given(past).when(type, sample).isRefused('not-found', 'no such checklist');
    given(past)
      .when(type, { ...sample, ...step, stepId: 'none' })
      .isRefused('not-found', 'no such step');
    given([...incidentAt('closed'), started])
      .when(type, { ...sample, ...step })
      .isRefused('conflict', 'is closed');
    given([]).when(type, sample).isRefused('not-found', 'no such incident');
  });

  it('[CHK-13] a closed incident gets no checklist', () => {
    given(incidentAt('closed')).when('checklist.start', { incidentId, checklistId }, { facts }).isRefused('conflict');
  });

  it.each([
    ['a tick', past, ticked],
    ['a skip', past, skipped],
    ['an opened step', [...past, ticked], opened],
    ['an opened step that had been skipped', [...past, skipped], { ...opened, data: { ...told, reason: 'not ours' } }],
  ])('[CHK-14] %s is taken back', (_what, before, last) => {
    const [back] = compensation([
      recordedIn(`incident/${incidentId}`, [...before, last]).at(-1) as Recorded<SitrepEvent>,
    ]);
    assert(back !== undefined);
    const state = before === past ? 'open' : before.at(-1)?.type.slice('checklist.step-'.length);
    given([...before, last])
      .when(back.type, back.command, { actor: REN.actor })
      .leadsTo((room) => expect('checklists' in room && room.checklists.items[0]?.steps[0]?.state).toBe(state));
    given([...before, last, { ...last, by: ROZ.actor.ref }])
      .when(back.type, back.command, { actor: REN.actor })
      .isRefused('conflict', 'Somebody changed this since');
  });
});

describe('what is due', () => {
  const due = (occasion: Occasion, severity: Severity, status: OpenStatus | 'closed', items: readonly string[] = []) =>
    checklistsDue([occasion], { severity, status }, DEFAULT_SETTINGS.checklists, {
      items: items.map((id) => ({ id, phase: 'detection', title: '', steps: [], startedAt: 0 })),
    });

  it.each([
    ['declared', 'detected', 'detection'],
    ['acknowledged', 'detected', 'response'],
    ['moved', 'investigating', 'response'],
    ['moved', 'identified', 'mitigation'],
    ['moved', 'mitigating', 'mitigation'],
    ['moved', 'resolved', 'resolution'],
  ] as const)('[CHK-2] %s, %s: %s', (occasion, status, phase) => {
    expect(due(occasion, 1, status)).toEqual([`sev1-${phase}`]);
    expect(due(occasion, 2, status)).toEqual([`sev2-${phase}`]);
    expect(due(occasion, 3, status)).toEqual([]);
    expect(due(occasion, 1, status, [`sev1-${phase}`])).toEqual([]);
  });

  it('[CHK-3] raised: all up to the present phase', () => {
    expect(due('raised', 1, 'identified', ['sev2-detection'])).toEqual([
      'sev1-detection',
      'sev1-response',
      'sev1-mitigation',
    ]);
    expect(due('raised', 1, 'resolved')).toEqual(['sev1-resolution']);
  });

  it('[CHK-13] closed: none', () => {
    expect(due('raised', 1, 'closed')).toEqual([]);
    expect(checklistsDue([], { severity: 1, status: 'detected' }, DEFAULT_SETTINGS.checklists, noChecklists)).toEqual(
      [],
    );
  });
});
