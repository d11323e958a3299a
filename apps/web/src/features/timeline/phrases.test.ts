import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import { isCustomRole } from '@sitrep/shared/incidents/values';
import type { AlertId, IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { phraseOf, type Wording } from './phrases.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;
const names: Record<string, string> = { ana: 'Ana', bo: 'Bo' };
const person = (id: UserId | undefined) => names[id ?? ''] ?? 'Somebody';

const words: Wording = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: (ref) => (ref.startsWith('user/') ? person(ref.slice(5) as UserId) : 'Sitrep'),
  person,
  status: (status) => en.words.status[status],
  role: (role) => (isCustomRole(role) ? role : en.words.role[role]),
  milestone: (milestone) => en.words.milestone[milestone],
  time: (at) => `t${at}`,
};

const alert = { alertId: 'a' as AlertId, title: '5xx high' };

const table: readonly [fact: IncidentEvent, sentence: string, more?: number][] = [
  [
    {
      type: 'incident.declared',
      data: {
        key: 'INC-2026-0042',
        title: 'Checkout 5xx',
        summary: '',
        severity: 2,
        services: [],
        detection: 'employee',
        private: false,
      },
    },
    'Ana declared INC-2026-0042 as SEV2: Checkout 5xx',
  ],
  [{ type: 'incident.title-changed', data: { from: 'a', to: 'b' } }, 'Ana changed the title from “a” to “b”'],
  [{ type: 'incident.summary-changed', data: { from: '', to: 'x' } }, 'Ana wrote the summary: x'],
  [{ type: 'incident.summary-changed', data: { from: 'y', to: 'x' } }, 'Ana changed the summary to: x'],
  [{ type: 'incident.summary-changed', data: { from: 'y', to: '' } }, 'Ana removed the summary'],
  [{ type: 'incident.severity-changed', data: { from: 2, to: 1 } }, 'Ana changed severity SEV2 → SEV1'],
  [
    { type: 'incident.severity-changed', data: { from: 2, to: 3, reason: 'one region' } },
    'Ana changed severity SEV2 → SEV3: one region',
  ],
  [
    { type: 'incident.status-changed', data: { from: 'detected', to: 'investigating' } },
    'Ana changed status Detected → Investigating',
  ],
  [{ type: 'incident.reopened', data: { from: 'closed', reason: 'again' } }, 'Ana reopened the incident: again'],
  [
    { type: 'incident.closed', data: { from: 'resolved', closure: { kind: 'completed', reason: 'done' } } },
    'Ana closed the incident: done',
  ],
  [
    {
      type: 'incident.closed',
      data: { from: 'detected', closure: { kind: 'duplicate', of: 'i' as IncidentId, key: 'INC-2026-0041' } },
    },
    'Ana closed the incident as a duplicate of INC-2026-0041',
  ],
  [{ type: 'incident.milestone-set', data: { milestone: 'started', to: 5 } }, 'Ana set “Started” to t5'],
  [
    { type: 'incident.milestone-set', data: { milestone: 'started', from: 4, to: 5 } },
    'Ana moved “Started” from t4 to t5',
  ],
  [{ type: 'incident.milestone-set', data: { milestone: 'started', from: 4 } }, 'Ana cleared “Started”'],
  [{ type: 'incident.service-added', data: { service: 'api' } }, 'Ana added api to the affected services'],
  [
    { type: 'incident.role-changed', data: { role: 'commander', to: ANA, move: 'taken' } },
    'Ana took the role Incident Commander',
  ],
  [{ type: 'incident.role-changed', data: { role: 'scribe', to: BO, move: 'assigned' } }, 'Ana made Bo Scribe'],
  [
    { type: 'incident.role-changed', data: { role: 'commander', from: ANA, to: BO, move: 'handed-over' } },
    'Ana handed Incident Commander over to Bo',
  ],
  [
    { type: 'incident.role-changed', data: { role: 'deputy', from: BO, move: 'released' } },
    'Ana released Bo from the role Deputy',
  ],
  [
    { type: 'incident.role-changed', data: { role: 'deputy', from: ANA, move: 'released' } },
    'Ana released the role Deputy',
  ],
  [{ type: 'incident.alerts-joined', data: { group: 'g', alerts: [alert], again: [], news: true } }, 'Alert: 5xx high'],
  [
    { type: 'incident.alerts-joined', data: { group: 'g', alerts: [alert], again: [], news: true } },
    'Alert: 5xx high, and 12 more',
    12,
  ],
  [
    { type: 'incident.alerts-joined', data: { group: 'g', alerts: [], again: [alert.alertId], news: true } },
    '1 alert fires again',
  ],
  [
    { type: 'incident.alerts-resolved', data: { alertIds: [], remaining: 0 } },
    'All alerts of the incident have resolved',
  ],
  [{ type: 'incident.access-granted', data: { userId: BO } }, 'Ana let Bo in'],
];

describe('phrases of recorded facts', () => {
  it.each(table)('$type', (fact, sentence, more = 0) => {
    expect(phraseOf({ fact, by: 'user/ana', more }, words)).toBe(sentence);
  });

  it.each<[fact: IncidentEvent, sentence: string]>([
    [
      { type: 'incident.severity-changed', data: { from: 2, to: 1, undoOf: 'c-1' } },
      'Taking back a change, Ana changed severity SEV2 → SEV1',
    ],
    [
      { type: 'incident.role-changed', data: { role: 'scribe', from: BO, move: 'released', undoOf: 'c-2' } },
      'Taking back a change, Ana released Bo from the role Scribe',
    ],
  ])('[UNDO-11] say that something was taken back: $type', (fact, sentence) => {
    expect(phraseOf({ fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
  });

  it('does not name a person for what an alert opened', () => {
    const [first] = table;
    expect(phraseOf({ fact: first?.[0] as IncidentEvent, by: 'system/alerts', more: 0 }, words)).toBe(
      'An alert opened INC-2026-0042 as SEV2: Checkout 5xx',
    );
  });

  it('does not call an alert what a script declared', () => {
    const [first] = table;
    expect(phraseOf({ fact: first?.[0] as IncidentEvent, by: 'system/admin-token', more: 0 }, words)).toBe(
      'Sitrep declared INC-2026-0042 as SEV2: Checkout 5xx',
    );
  });
});
