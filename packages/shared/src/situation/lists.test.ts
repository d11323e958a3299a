import { describe, expect, it } from 'vitest';
import type { Room } from '../rooms/room.ts';
import { REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import { bridgeOf } from './state.ts';
import { MAX_CRITERIA, MAX_LINKS } from './values.ts';

const incidentId = INCIDENT;
const BY_REN = { actor: REN.actor };
const criterionId = testId(0x58);
const linkId = testId(0x59);
const of = { incidentId, criterionId };

const criterion = (n: number, text = `criterion ${n}`, by = REN): Past => ({
  type: 'situation.criterion-added',
  data: { criterionId: testId(n), text },
  by: by.actor.ref,
});
const turned = (what: 'met' | 'unmet' | 'removed', n: number, by = REN, undoOf?: string): Past => ({
  type: `situation.criterion-${what}`,
  data: { criterionId: testId(n), text: `criterion ${n}`, ...(undoOf === undefined ? {} : { undoOf }) },
  by: by.actor.ref,
});
const link = (n: number, kind: 'bridge' | 'chat', url = `https://example.com/${n}`): Past => ({
  type: 'situation.link-added',
  data: { linkId: testId(n), kind, label: '', url },
  by: REN.actor.ref,
});

const ADDED = criterion(0x58, 'Errors below 0.1 %');
const texts = ({ situation }: Room) => situation.criteria.map(({ text }) => text);

describe('exit criteria', () => {
  it('[SIT-11] are added, one line each', () => {
    given([DECLARED])
      .when('situation.add-criterion', { ...of, text: ' Errors  below 0.1 % ' }, BY_REN)
      .happens({ type: 'situation.criterion-added', data: { criterionId, text: 'Errors below 0.1 %' } })
      .leadsTo(({ situation }) => {
        expect(situation.criteria).toMatchObject([{ id: criterionId, text: 'Errors below 0.1 %' }]);
        expect(situation.criteria[0]).not.toHaveProperty('met');
      });
    given([DECLARED])
      .when('situation.add-criterion', { ...of, text: ' ' })
      .isRefused('invalid');
    given([DECLARED])
      .when('situation.add-criterion', { ...of, text: 'x'.repeat(301) })
      .isRefused('invalid');
    given([DECLARED, ADDED])
      .when('situation.add-criterion', { ...of, text: 'x' })
      .isRefused('conflict', 'already');
  });

  it('[SIT-11] are fifty at most', () => {
    const full = Array.from({ length: MAX_CRITERIA }, (_, n) => criterion(0x100 + n));
    given([DECLARED, ...full])
      .when('situation.add-criterion', { ...of, text: 'x' })
      .isRefused('conflict', '50 exit');
  });

  it('[SIT-12] are met and no longer met', () => {
    given([DECLARED, ADDED])
      .when('situation.meet-criterion', of, BY_REN)
      .happens({ type: 'situation.criterion-met', data: { criterionId, text: 'Errors below 0.1 %' } })
      .leadsTo(({ situation }) =>
        expect(situation.criteria[0]?.met).toEqual({ by: REN.actor.ref, at: T0 + 2 * MINUTE }),
      );
    given([DECLARED, ADDED, turned('met', 0x58)])
      .when('situation.unmeet-criterion', of)
      .happens({ type: 'situation.criterion-unmet', data: { criterionId, text: 'Errors below 0.1 %' } })
      .leadsTo(({ situation }) => expect(situation.criteria[0]).not.toHaveProperty('met'));
  });

  it('[SIT-12] are reworded by whoever has seen what they say, and removed', () => {
    given([DECLARED, ADDED])
      .when('situation.reword-criterion', { ...of, text: 'Errors below 1 %', base: 'Errors below 0.1 %' })
      .happens({
        type: 'situation.criterion-reworded',
        data: { criterionId, from: 'Errors below 0.1 %', to: 'Errors below 1 %' },
      })
      .leadsTo((room) => expect(texts(room)).toEqual(['Errors below 1 %']));
    given([DECLARED, ADDED])
      .when('situation.reword-criterion', { ...of, text: 'Mine', base: 'Other' })
      .isRefused('conflict', 'reworded meanwhile', { current: { text: 'Errors below 0.1 %' } });
    given([DECLARED, ADDED])
      .when('situation.remove-criterion', of)
      .happens({ type: 'situation.criterion-removed', data: { criterionId, text: 'Errors below 0.1 %' } })
      .leadsTo((room) => expect(texts(room)).toEqual([]));
  });

  it('[SIT-13] stay as they are where it is so already', () => {
    const past = [DECLARED, ADDED];
    given(past).when('situation.unmeet-criterion', of).happens();
    given(past)
      .when('situation.reword-criterion', { ...of, text: 'Errors below 0.1 %', base: 'x' })
      .happens();
    given([...past, turned('met', 0x58)])
      .when('situation.meet-criterion', of)
      .happens();
    given([...past, turned('removed', 0x58)])
      .when('situation.remove-criterion', of)
      .happens();
  });

  it.each(['meet', 'unmeet', 'remove'] as const)('[SIT-12] that do not exist take no %s', (what) => {
    given([DECLARED])
      .when(`situation.${what}-criterion`, of)
      .isRefused('not-found', 'There is no such exit criterion.');
    given([DECLARED])
      .when('situation.reword-criterion', { ...of, text: 'x' })
      .isRefused('not-found', 'There is no such exit criterion.');
  });

  it('[SIT-43] come back to their place as they were', () => {
    const past = [DECLARED, criterion(1), criterion(2), criterion(3), turned('met', 2), turned('removed', 2)] as const;
    const back = { incidentId, criterionId: testId(2), text: 'criterion 2', undoOf: 'command-5' };
    given(past)
      .when('situation.add-criterion', back, BY_REN)
      .leadsTo((room) => {
        expect(texts(room)).toEqual(['criterion 1', 'criterion 2', 'criterion 3']);
        expect(room.situation.criteria[1]?.met?.at).toBe(T0 + 4 * MINUTE);
        expect(room.situation.removed.criteria).toEqual([]);
      });
    given(past).when('situation.add-criterion', back, { actor: ROZ.actor }).isRefused('conflict', 'nothing of yours');
    given(past)
      .when('situation.add-criterion', { ...back, text: 'another' }, BY_REN)
      .isRefused('conflict', 'nothing of yours');
  });

  it('[SIT-43] are ticked back one step at a time, by who ticked them', () => {
    const past = [DECLARED, criterion(0x58), turned('met', 0x58)];
    given(past)
      .when('situation.unmeet-criterion', { ...of, undoOf: 'command-2' }, BY_REN)
      .leadsTo(({ situation }) => expect(situation.criteria[0]).not.toHaveProperty('met'));
    given(past)
      .when('situation.unmeet-criterion', { ...of, undoOf: 'command-2' }, { actor: ROZ.actor })
      .isRefused('conflict', 'changed this since');
    given([...past, turned('unmet', 0x58, REN, 'command-2')])
      .when('situation.remove-criterion', { ...of, undoOf: 'command-1' }, BY_REN)
      .leadsTo((room) => expect(texts(room)).toEqual([]));
    given(past)
      .when('situation.remove-criterion', { ...of, undoOf: 'command-1' }, BY_REN)
      .isRefused('conflict', 'changed this since');
  });
});

describe('links', () => {
  const call = { incidentId, linkId, kind: 'bridge', label: 'War room', url: 'https://meet.example.com/42' } as const;

  it('[SIT-20] are kept with their kind and label', () => {
    given([DECLARED])
      .when('situation.add-link', call, BY_REN)
      .happens({
        type: 'situation.link-added',
        data: { linkId, kind: 'bridge', label: 'War room', url: 'https://meet.example.com/42' },
      });
    given([DECLARED])
      .when('situation.add-link', { incidentId, linkId, url: 'tel:+49 30 1234' })
      .happens({ type: 'situation.link-added', data: { linkId, kind: 'other', label: '', url: 'tel:+49 30 1234' } });
  });

  it('[SIT-20] are fifty at most, each once', () => {
    const full = Array.from({ length: MAX_LINKS }, (_, n) => link(0x100 + n, 'chat'));
    given([DECLARED, ...full])
      .when('situation.add-link', call)
      .isRefused('conflict', '50 links');
    given([DECLARED, link(0x59, 'chat')])
      .when('situation.add-link', call)
      .isRefused('conflict', 'already');
    given([DECLARED, link(1, 'chat')])
      .when('situation.add-link', { incidentId, linkId, kind: 'chat', url: 'https://example.com/1' })
      .happens();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x', 'example.com', 'https://', 'https://a b', ''])(
    '[SIT-21] do not lead to %j',
    (url) => {
      given([DECLARED])
        .when('situation.add-link', { ...call, url })
        .isRefused('invalid');
    },
  );

  it.each(['http://a/b?c=d#e', 'HTTPS://EXAMPLE.COM', 'tel:+1 (555) 0100,,42#', 'mailto:team@example.com'])(
    '[SIT-21] lead to %s',
    (url) => {
      given([DECLARED])
        .when('situation.add-link', { ...call, url })
        .leadsTo(({ situation }) => expect(situation.links[0]?.url).toBe(url));
    },
  );

  it('[SIT-22] name the newest call as the one to join', () => {
    given([DECLARED, link(1, 'bridge'), link(2, 'bridge')])
      .when('situation.add-link', { incidentId, linkId, kind: 'chat', url: 'https://example.com/chat' })
      .leadsTo(({ situation }) => expect(bridgeOf(situation)?.id).toBe(testId(2)));
  });

  it('[SIT-20][SIT-43] are removed, and come back to their place', () => {
    const past = [DECLARED, link(1, 'bridge'), link(2, 'chat')];
    const data = { linkId: testId(1), kind: 'bridge' as const, label: '', url: 'https://example.com/1' };
    given(past)
      .when('situation.remove-link', { incidentId, linkId: testId(1) })
      .happens({ type: 'situation.link-removed', data });
    given(past).when('situation.remove-link', { incidentId, linkId }).isRefused('not-found', 'no such link');
    const removed: Past = { type: 'situation.link-removed', data, by: REN.actor.ref };
    given([...past, removed])
      .when('situation.remove-link', { incidentId, linkId: testId(1) })
      .happens();
    given([...past, removed])
      .when('situation.add-link', { incidentId, ...data, undoOf: 'command-3' }, BY_REN)
      .leadsTo(({ situation }) => expect(situation.links.map(({ id }) => id)).toEqual([testId(1), testId(2)]));
  });
});
