import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../incidents/state.ts';
import { ADA, CAI, CAST, REN, testId } from '../../testing/cast.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../../testing/history.ts';
import { declaredAs, held, INCIDENT, moved, OTHER_INCIDENT } from '../../testing/incident-past.ts';
import type { Room } from '../room.ts';
import { EXPORT_SCHEMA, jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { block, duration, inline, link } from './markdown-text.ts';
import type { Names } from './names.ts';

const stream = `incident/${INCIDENT}` as const;
const names: Names = Object.fromEntries(CAST.map(({ id, handle }) => [id, { name: handle.toUpperCase() }]));
const roomOf = (past: readonly Past[]): Room => foldFrozen(stream, recordedIn(stream, past)) as Room;
const exported = (past: readonly Past[]) => ({ room: roomOf(past), names, now: T0 + 60 * MINUTE });

const entryId = testId(0x51);
const [hypothesisId, mitigationId, taskId, updateId] = [testId(0x61), testId(0x62), testId(0x63), testId(0x64)];
const [needId, criterionId, linkId, followUpId] = [testId(0x65), testId(0x66), testId(0x67), testId(0x68)];
const about = { hypothesisId, number: 1, text: 'The pool is exhausted' };
const change = { mitigationId, number: 1, title: 'Raise the pool to 200' };

const LIVED: readonly Past[] = [
  declaredAs({
    title: 'Checkout *fails*',
    summary: 'Customers see errors.\n\n# Since noon',
    severity: 1,
    services: ['api'],
  }),
  held('commander', CAI),
  moved('detected', 'investigating'),
  { type: 'situation.criterion-added', data: { criterionId, text: 'Error rate below 1 %' } },
  { type: 'situation.criterion-met', data: { criterionId, text: 'Error rate below 1 %' } },
  { type: 'situation.link-added', data: { linkId, kind: 'bridge', label: 'Call', url: 'https://call.example/a b>c' } },
  { type: 'responder.joined', data: { userId: REN.id } },
  { type: 'need.raised', data: { needId, number: 1, text: 'A database engineer' } },
  {
    type: 'timeline.entry-added',
    data: { entryId, kind: 'finding', text: 'All 50 connections are taken' },
    by: REN.actor.ref,
  },
  {
    type: 'timeline.entry-edited',
    data: {
      entryId,
      revision: 2,
      kind: 'finding',
      text: 'All 100 are taken\n- see <b>here</b>',
      happenedAt: T0 + 2 * MINUTE,
    },
    by: REN.actor.ref,
  },
  { type: 'timeline.entry-retracted', data: { entryId, reason: 'the other pool' }, by: ADA.actor.ref },
  { type: 'hypothesis.suggested', data: about, by: REN.actor.ref },
  { type: 'hypothesis.confirmed', data: { ...about, conclusion: 'Seen in the metrics' } },
  {
    type: 'mitigation.proposed',
    data: {
      mitigationId,
      number: 1,
      plan: {
        title: change.title,
        hypothesisId,
        expectedSignal: 'Errors fall',
        risk: 'low',
        services: ['api'],
        steps: '1. change\n2. restart',
        rollback: 'Back to 100',
      },
    },
    by: REN.actor.ref,
  },
  { type: 'mitigation.approved', data: { ...change, revision: 1, despite: [], collisions: [] }, by: CAI.actor.ref },
  { type: 'task.assigned', data: { taskId, number: 1, text: 'Check the replica', assignee: REN.id } },
  {
    type: 'task.done',
    data: { taskId, number: 1, text: 'Check the replica', result: 'It is fine' },
    by: REN.actor.ref,
  },
  { type: 'follow-up.kept', data: { followUpId, text: 'Alert on pool usage' } },
  {
    type: 'update.drafted',
    data: { updateId, number: 1, audience: 'external', content: { text: 'Some payments fail.', components: [] } },
  },
  {
    type: 'update.published',
    data: { updateId, audience: 'external', content: { text: 'Some payments fail.', components: [] } },
  },
  {
    type: 'relation.added',
    data: { kind: 'merged', otherId: OTHER_INCIDENT, key: 'INC-2026-0002' },
    by: 'system/relations',
  },
  moved('investigating', 'identified'),
  {
    type: 'mitigation.recorded-uncoordinated',
    data: {
      mitigationId: testId(0x69),
      number: 2,
      plan: {
        title: 'Restart of the gateway',
        expectedSignal: '',
        risk: 'medium',
        services: [],
        steps: '',
        rollback: '',
      },
      reason: 'Out of memory',
      doneAt: T0 + 10 * MINUTE,
      doneBy: REN.id,
    },
    by: CAI.actor.ref,
  },
];

describe('the Markdown of an incident', () => {
  it('[EXP-1] holds the whole room in order, the same each time', async () => {
    await expect(markdownOf(exported(LIVED))).toMatchFileSnapshot('./export.golden.txt');
  });

  it('[EXP-2] leaves out what there is nothing of', () => {
    const headings = markdownOf(exported([declaredAs()])).match(/^## .*$/gm);
    expect(headings).toEqual(['## Timeline']);
    expect(markdownOf(exported([]))).toBe('');
  });

  it('[EXP-3] tells who closed it as what', () => {
    const closure = { kind: 'duplicate' as const, of: OTHER_INCIDENT, key: 'INC-2026-0002' };
    const text = markdownOf(exported([declaredAs(), { type: 'incident.closed', data: { from: 'detected', closure } }]));
    expect(text).toContain('- **Closed as**: duplicate of INC-2026-0002\n');
  });

  it('[EXP-4] says nothing in Markdown or HTML that people wrote', () => {
    expect(inline('# <img src=x> [a](b) `c` *d*')).toBe('\\# \\<img src=x\\> \\[a\\](b) \\`c\\` \\*d\\*');
    expect(inline('1. one')).toBe('1\\. one');
    expect(block('- a\n2) b\n\n\n> c', '  ')).toBe('  \\- a\\\n  2\\) b\n\n\n  \\> c');
    expect(link('a](b', 'https://x.example/<y>')).toBe('[a\\](b](<https://x.example/%3Cy%3E>)');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~&!-+1. \na'.split('')) }), (text) => {
        for (const line of `${inline(text)}\n${block(text)}`.split('\n')) {
          // Without what is escaped, and the break at the end, nothing is left that means anything.
          const bare = line.replaceAll(/\\[!-/:-@[-`{-~]/g, '').replace(/\\$/, '');
          expect(bare).not.toMatch(/[\\`*_{}[\]<>#|~&!]/);
          expect(line).not.toMatch(/^\s*(?:[-+]|\d+[.)])/);
        }
      }),
    );
  });

  it('[EXP-5] counts time in hours and minutes', () => {
    expect([0, 59, 60, 61, 1500].map((minutes) => duration(minutes * MINUTE))).toEqual([
      '0 min',
      '59 min',
      '1 h',
      '1 h 1 min',
      '25 h',
    ]);
  });
});

describe('the JSON of an incident', () => {
  it('[EXP-6] is the room as it is kept, with who is named in it', () => {
    const json = jsonOf(exported(LIVED)) as { incident: Incident; people: object; timeline: readonly object[] };
    const room = roomOf(LIVED);
    expect(json).toMatchObject({ format: 'sitrep-incident', schema: EXPORT_SCHEMA, exportedAt: T0 + 60 * MINUTE });
    expect(json.incident).toEqual(room.incident);
    expect(json.timeline).toEqual(room.timeline.entries);
    expect(json.people).toEqual({ [ADA.id]: 'ADA', [CAI.id]: 'CAI', [REN.id]: 'REN' });
    expect(jsonOf(exported([]))).toEqual({});
  });

  it('[EXP-6] takes no word for a person that is none', () => {
    const json = jsonOf(exported([declaredAs({ title: 'constructor' })])) as { people: object };
    expect(json.people).toEqual({ [ADA.id]: 'ADA' });
    expect(markdownOf(exported([declaredAs({ title: 'constructor' })]))).toContain(': constructor\n');
  });
});
