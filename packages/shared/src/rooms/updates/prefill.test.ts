import { describe, expect, it } from 'vitest';
import { isDeclared } from '../../incidents/state.ts';
import { DEFAULT_TEMPLATES } from '../../settings/default-templates.ts';
import { DEFAULT_SETTINGS } from '../../settings/values.ts';
import { CAI, REN, testId } from '../../testing/cast.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../../testing/history.ts';
import { INCIDENT, declaredAs, held, moved } from '../../testing/incident-past.ts';
import { drafted, leaving, left } from '../../testing/update-past.ts';
import { lintExternal } from '../../updates/lint.ts';
import { gapsIn, unknownVariables } from '../../updates/template.ts';
import type { Room } from '../room.ts';
import { updateFacts, type FactsAsked, type ToldRoom } from './facts.ts';
import { fromTemplate, prefill, templatesFor } from './prefill.ts';

const NOW = T0 + 90 * MINUTE + 12_345;

const roomAfter = (...past: readonly Past[]): ToldRoom => {
  const stream = `incident/${INCIDENT}` as const;
  const room = foldFrozen(stream, recordedIn(stream, past)) as Room;
  if (!isDeclared(room.incident)) throw new Error('not declared');
  return { ...room, incident: room.incident };
};

const written = (kind: 'impact' | 'finding', text: string, confidence?: 'confirmed' | 'believed'): Past => ({
  type: 'timeline.entry-added',
  data: { entryId: testId(0x90), kind, text, ...(confidence === undefined ? {} : { confidence }) },
});

const CONFIRMED_CAUSE: readonly Past[] = [
  { type: 'hypothesis.suggested', data: { hypothesisId: testId(0x91), number: 1, text: 'A full disk' } },
  {
    type: 'hypothesis.confirmed',
    data: { hypothesisId: testId(0x91), number: 1, text: 'A full disk', conclusion: 'it was' },
  },
];

const asked = (audience: 'internal' | 'external'): FactsAsked => ({
  audience,
  now: NOW,
  nameOf: () => 'Cai',
  content: { components: [] },
});
const DECLARED = declaredAs({ severity: 1, services: ['checkout-api'] });

describe('facts for a template', () => {
  it('[UPD-50] outside are the confirmed ones alone', () => {
    const room = roomAfter(
      DECLARED,
      written('impact', 'Nobody can pay', 'believed'),
      written('finding', 'A leak', 'believed'),
    );
    expect(updateFacts(room, asked('external'))).not.toHaveProperty('cause');
    expect(updateFacts(room, asked('external'))).not.toHaveProperty(['impact.users']);
    expect(updateFacts(room, asked('external'))).not.toHaveProperty('services');
  });

  it('[UPD-50] outside are confirmed impact, findings and hypotheses', () => {
    const found = roomAfter(DECLARED, written('finding', 'A leak', 'confirmed'));
    expect(updateFacts(found, asked('external')).cause).toBe('A leak');
    const room = roomAfter(DECLARED, written('impact', 'Nobody can pay', 'confirmed'), ...CONFIRMED_CAUSE);
    expect(updateFacts(room, asked('external'))).toMatchObject({
      cause: 'A full disk',
      'impact.users': 'Nobody can pay',
      started: '12:00 UTC',
      duration: '1 hour 30 minutes',
    });
  });

  it('[UPD-51] inside what is not known is said to be so', () => {
    expect(updateFacts(roomAfter(DECLARED, held('commander', CAI)), asked('internal'))).toMatchObject({
      severity: 'SEV1',
      services: 'checkout-api',
      cause: 'not known yet',
      'impact.users': 'not known yet',
      action: 'looking for the cause',
      commander: 'Cai',
    });
  });

  it('[UPD-50] a time of another day says which', () => {
    const facts = updateFacts(roomAfter(DECLARED), { ...asked('internal'), now: T0 + 24 * 60 * MINUTE });
    expect(facts.started).toBe('2026-03-01 12:00 UTC');
  });
});

describe('what a composer begins with', () => {
  it('[UPD-52] is the last update of these readers', () => {
    const components = [{ name: 'Card payments', state: 'outage' as const }];
    const room = roomAfter(DECLARED, drafted('external', REN), leaving('external'), left('external', { components }));
    const { nextAt: _next, ...content } = prefill(room, DEFAULT_SETTINGS, asked('external'));
    expect(content).toEqual({ text: 'Payments fail.', components });
    expect(prefill(room, DEFAULT_SETTINGS, asked('internal')).templateId).toBe('internal-first');
  });

  it('[UPD-52] is else the best template, with gaps for what is not known', () => {
    const content = prefill(roomAfter(DECLARED), DEFAULT_SETTINGS, asked('external'));
    expect(content.templateId).toBe('external-investigating');
    expect(content.text).toContain('began at 12:00 UTC');
    expect(gapsIn(content.text)).toEqual(['impact.users']);
  });

  it('[UPD-52] is empty where there is no template', () => {
    const settings = { ...DEFAULT_SETTINGS, templates: [] };
    expect(prefill(roomAfter(DECLARED), settings, asked('external')).text).toBe('');
  });

  it('[UPD-53] names the next update by the cadence, on a whole minute', () => {
    const at = (past: readonly Past[], now: number) =>
      prefill(roomAfter(...past), DEFAULT_SETTINGS, { ...asked('internal'), now }).nextAt;
    expect(at([DECLARED], NOW)).toBe(T0 + 110 * MINUTE);
    expect(at([DECLARED], T0 + 120 * MINUTE)).toBe(T0 + 180 * MINUTE);
    expect(at([DECLARED, moved('detected', 'resolved')], NOW)).toBeUndefined();
    expect(at([declaredAs({ severity: 4 })], NOW)).toBeUndefined();
  });

  it('[UPD-54] prefers what names the status, then what names the severity', () => {
    const template = (id: string, severities: readonly (1 | 2)[], statuses: readonly 'detected'[]) =>
      ({ id, name: id, audience: 'internal', severities: [...severities], statuses: [...statuses], text: id }) as const;
    const templates = [
      template('any', [], []),
      template('other', [2], ['detected']),
      template('sev1', [1], []),
      template('detected', [], ['detected']),
      template('both', [1], ['detected']),
    ].map((one) => ({ ...one, severities: [...one.severities], statuses: [...one.statuses] }));
    const order = templatesFor(templates, { status: 'detected', severity: 1 }, 'internal').map(({ id }) => id);
    expect(order).toEqual(['both', 'detected', 'sev1', 'any', 'other']);
    expect(templatesFor(templates, { status: 'detected', severity: 1 }, 'external')).toEqual([]);
  });
});

describe('delivered templates', () => {
  it.each(DEFAULT_TEMPLATES)('[UPD-55] $id names no unknown variable', ({ text }) => {
    expect(unknownVariables(text)).toEqual([]);
  });

  it.each(DEFAULT_TEMPLATES.filter(({ audience }) => audience === 'internal'))(
    '[UPD-51] $id leaves no gap where nothing is known',
    (template) => {
      const content = fromTemplate(roomAfter(DECLARED), template, { text: '', components: [] }, asked('internal'));
      expect(gapsIn(content.text)).toEqual([]);
    },
  );

  it.each(DEFAULT_TEMPLATES.filter(({ audience }) => audience === 'external'))(
    '[UPD-55] $id passes the checks once the impact is told',
    (template) => {
      const room = roomAfter(DECLARED, written('impact', 'Some customers cannot pay by card.', 'confirmed'));
      const { text } = fromTemplate(room, template, { text: '', components: [] }, asked('external'));
      expect(
        lintExternal(
          { text, components: [], nextAt: NOW },
          { status: 'investigating', internalNames: [], services: room.incident.services },
        ),
      ).toEqual([]);
    },
  );
});
