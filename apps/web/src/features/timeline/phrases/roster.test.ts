import type { RosterEvent } from '@sitrep/shared/roster/events';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import { REN, ROZ, testId, VIC } from '@sitrep/shared/testing/cast';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { phraseOf, type Wording } from '../phrases.ts';

const names = new Map<string | undefined, string>([REN, ROZ, VIC].map(({ id, handle }) => [id, `@${handle}`]));

const wording: Wording = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: (ref: ActorRef) => names.get(ref.slice('user/'.length)) ?? 'Sitrep',
  person: (id) => names.get(id) ?? 'somebody',
  status: (status) => status,
  role: (role) => role,
  milestone: (milestone) => milestone,
  time: () => '12:00',
};

const said = (fact: RosterEvent, by: ActorRef = REN.actor.ref): string => phraseOf({ fact, by, more: 0 }, wording);

const NEED = { needId: testId(1), number: 1, text: 'a DBA' };
const offer = { role: 'scribe', to: ROZ.id } as const;

describe('who is in it, as sentences', () => {
  it.each<[RosterEvent, string]>([
    [
      { type: 'role.offered', data: { ...offer, kind: 'handover', from: REN.id } },
      '@ren asked @roz to take over as scribe',
    ],
    [{ type: 'role.offered', data: { ...offer, kind: 'offer' } }, '@ren asked @roz to be scribe'],
    [
      { type: 'role.offered', data: { ...offer, kind: 'offer', from: VIC.id } },
      '@ren asked @roz to take over as scribe from @vic',
    ],
    [
      { type: 'role.offered', data: { ...offer, kind: 'commander-away', from: VIC.id } },
      '@roz is asked to take command while @vic is away',
    ],
    [{ type: 'role.offer-declined', data: offer }, '@roz declined the role scribe'],
    [{ type: 'role.offer-declined', data: { ...offer, reason: 'asleep' } }, '@roz declined the role scribe: asleep'],
    [{ type: 'role.offer-withdrawn', data: offer }, '@ren withdrew the offer of the role scribe to @roz'],
    [
      { type: 'role.offer-withdrawn', data: { ...offer, undoOf: 'c' } },
      'Taking back a change, @ren withdrew the offer of the role scribe to @roz',
    ],
    [
      { type: 'commander.went-away', data: { userId: ROZ.id, since: 0 } },
      '@roz, who commands, has not been connected since 12:00',
    ],
    [{ type: 'commander.came-back', data: { userId: ROZ.id, since: 0 } }, '@roz, who commands, is connected again'],
    [{ type: 'responder.joined', data: { userId: REN.id } }, '@ren joined'],
    [{ type: 'responder.joined', data: { userId: ROZ.id } }, '@ren added @roz'],
    [{ type: 'responder.left', data: { userId: REN.id } }, '@ren left'],
    [{ type: 'responder.left', data: { userId: ROZ.id } }, '@ren released @roz'],
    [{ type: 'need.raised', data: NEED }, '@ren says what is missing: a DBA'],
    [{ type: 'need.claimed', data: { ...NEED, userId: ROZ.id } }, '@roz takes care of “a DBA”'],
    [{ type: 'need.unclaimed', data: NEED }, '@ren let others take care of “a DBA”'],
    [{ type: 'need.met', data: NEED }, '@ren says this need is met: a DBA'],
    [{ type: 'need.withdrawn', data: NEED }, '@ren withdrew the need “a DBA”'],
    [{ type: 'need.withdrawn', data: { ...NEED, reason: 'found' } }, '@ren withdrew the need “a DBA”: found'],
  ])('%j', (fact, expected) => {
    expect(said(fact)).toBe(expected);
  });
});
