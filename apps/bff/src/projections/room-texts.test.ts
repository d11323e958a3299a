import { expect, test } from 'vitest';
import type { Room } from '@sitrep/shared/rooms/room';
import { REN, testId } from '@sitrep/shared/testing/cast';
import { foldFrozen, recordedIn, type Past } from '@sitrep/shared/testing/history';
import { DECLARED, INCIDENT } from '@sitrep/shared/testing/incident-past';
import { roomTexts } from './room-texts.ts';

const stream = `incident/${INCIDENT}` as const;
const [entryId, hypothesisId, mitigationId, taskId] = [testId(0x51), testId(0x61), testId(0x62), testId(0x63)];
const [updateId, draftId, needId, followUpId] = [testId(0x64), testId(0x65), testId(0x66), testId(0x67)];
const about = { hypothesisId, number: 1, text: 'the pool is exhausted' };
const external = (id: typeof updateId, number: number, text: string): Past => ({
  type: 'update.drafted',
  data: { updateId: id, number, audience: 'external', content: { text, components: [] } },
});
const content = { text: 'payments work again', components: [] };

test('[HIST-16] a search finds what was written in any part of the room, and nothing that was taken back or only drafted', () => {
  const past: readonly Past[] = [
    DECLARED,
    { type: 'timeline.entry-added', data: { entryId, kind: 'note', text: 'seen at the till' } },
    { type: 'timeline.entry-added', data: { entryId: testId(0x52), kind: 'note', text: 'taken back' } },
    { type: 'timeline.entry-retracted', data: { entryId: testId(0x52) } },
    {
      type: 'situation.impact-changed',
      data: { revision: 1, changes: { users: 'half of all buyers' }, before: { users: '' } },
    },
    { type: 'need.raised', data: { needId, number: 1, text: 'a database engineer' } },
    { type: 'hypothesis.suggested', data: about },
    { type: 'hypothesis.ruled-out', data: { ...about, conclusion: 'plenty are free' } },
    {
      type: 'mitigation.proposed',
      data: {
        mitigationId,
        number: 1,
        plan: {
          title: 'raise the limit',
          expectedSignal: 'errors fall',
          risk: 'low',
          services: ['ledger'],
          steps: 'by terraform',
          rollback: 'lower it',
        },
      },
    },
    { type: 'mitigation.rejected', data: { mitigationId, number: 1, title: 'raise the limit', reason: 'too late' } },
    { type: 'task.assigned', data: { taskId, number: 1, text: 'look at the replica', assignee: REN.id } },
    { type: 'task.done', data: { taskId, number: 1, text: 'look at the replica', result: 'it lags' } },
    { type: 'follow-up.kept', data: { followUpId, text: 'alert on lag' } },
    external(updateId, 1, content.text),
    { type: 'update.published', data: { updateId, audience: 'external', content } },
    external(draftId, 2, 'never sent'),
    { type: 'relation.added', data: { kind: 'related', otherId: testId(2), key: 'INC-2026-0002' } },
  ];
  const found = roomTexts(foldFrozen(stream, recordedIn(stream, past)) as Room);
  const expected = [
    'seen at the till',
    'half of all buyers',
    'a database engineer',
    'the pool is exhausted',
    'plenty are free',
    'raise the limit',
    'errors fall',
    'ledger',
    'by terraform',
    'lower it',
    'too late',
    'look at the replica',
    'it lags',
    'alert on lag',
    'payments work again',
    'INC-2026-0002',
  ];
  expect(found.toSorted()).toEqual(expected.toSorted());
});
