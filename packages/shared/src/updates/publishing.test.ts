import { describe, expect, it } from 'vitest';
import { CAI, REN, ROZ, SYSTEM, testId, type Player } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { INCIDENT, held } from '../testing/incident-past.ts';
import { ASKED, LEAVES_AT, UPDATE, approvedBy, drafted, leaving, ledAt, left } from '../testing/update-past.ts';
import { told } from './state.ts';
import { HOLD_WINDOW_MS } from './values.ts';

const incidentId = INCIDENT;
const updateId = UPDATE;
const about = { incidentId, updateId };
const seen = { ...about, revision: 1 };
const NOW = T0 + 60 * MINUTE;
const asRen = { actor: REN.actor, now: NOW };
const asCai = { actor: CAI.actor, now: NOW };
const HELD: Past = { type: 'update.held', data: { updateId, audience: 'external' } };
const RAISED: Past = { type: 'incident.severity-changed', data: { from: 3, to: 1 } };

const publishing = (audience: 'internal' | 'external', withoutApproval?: string) => ({
  type: 'update.publishing' as const,
  data: {
    updateId,
    audience,
    leavesAt: NOW + HOLD_WINDOW_MS,
    ...(withoutApproval === undefined ? {} : { withoutApproval }),
  },
});

describe('asking for approval', () => {
  it('[UPD-20] puts a draft in review, once', () => {
    given([...ledAt(1), drafted('external')])
      .when('update.request-approval', about, asRen)
      .happens({ type: 'update.approval-requested', data: { updateId } })
      .leadsTo(({ updates }) => expect(updates.items[0]?.status).toBe('in-review'));
    given([...ledAt(1), drafted('external'), ASKED])
      .when('update.request-approval', about, asRen)
      .happens();
  });

  it('[UPD-20] refuses a gap', () => {
    given([...ledAt(1), drafted('external', REN, { text: 'Because of {{cause}}.' })])
      .when('update.request-approval', about, asRen)
      .isRefused('invalid', '{{cause}} is not filled in.');
  });

  it('[UPD-24] is refused for an internal update', () => {
    given([...ledAt(1), drafted('internal')])
      .when('update.request-approval', about, asRen)
      .isRefused('conflict', /needs no approval/);
    given([...ledAt(1), drafted('internal')])
      .when('update.approve', seen, asCai)
      .isRefused('conflict');
    given([...ledAt(1), drafted('internal')])
      .when('update.request-changes', { ...about, reason: 'unclear' }, asCai)
      .isRefused('conflict');
  });
});

describe('approving', () => {
  it('[UPD-21] keeps who approved, and when', () => {
    given([...ledAt(1), drafted('external'), ASKED])
      .when('update.approve', seen, asCai)
      .happens({ type: 'update.approved', data: { updateId, revision: 1 } })
      .leadsTo(({ updates }) =>
        expect(updates.items[0]).toMatchObject({ status: 'approved', approved: { by: CAI.actor.ref, at: NOW } }),
      );
    given([...ledAt(1), drafted('external'), ASKED, approvedBy(CAI)])
      .when('update.approve', seen, asCai)
      .happens();
  });

  it('[UPD-21] is for who commands, whatever their account', () => {
    given([...ledAt(1), drafted('external'), ASKED])
      .when('update.approve', seen, asRen)
      .isRefused('forbidden', /commander or deputy/);
    given([...ledAt(1), held('deputy', ROZ), drafted('external'), ASKED])
      .when('update.approve', seen, { actor: ROZ.actor })
      .happens({ type: 'update.approved', data: { updateId, revision: 1 } });
  });

  it('[UPD-21] is refused before it was asked for, and for another revision', () => {
    given([...ledAt(1), drafted('external')])
      .when('update.approve', seen, asCai)
      .isRefused('conflict', /asked for/);
    given([...ledAt(1), drafted('external'), ASKED])
      .when('update.approve', { ...about, revision: 2 }, asCai)
      .isRefused('conflict', /in the meantime/);
  });

  it.each([1, 2] as const)('[UPD-22] is refused for an own text on SEV%d', (severity) => {
    given([...ledAt(severity), drafted('external', CAI), ASKED])
      .when('update.approve', seen, asCai)
      .isRefused('forbidden', /another approves it/);
  });

  it.each([3, 4] as const)('[UPD-22] may be of an own text on SEV%d', (severity) => {
    given([...ledAt(severity), drafted('external', CAI), ASKED])
      .when('update.approve', seen, asCai)
      .happens({ type: 'update.approved', data: { updateId, revision: 1 } });
  });

  it.each([
    ['in review', [ASKED]],
    ['approved', [ASKED, approvedBy(CAI)]],
  ] as const)('[UPD-23] changes are asked for of what is %s', (_what, past) => {
    given([...ledAt(1), drafted('external'), ...past])
      .when('update.request-changes', { ...about, reason: 'who is affected?' }, asCai)
      .happens({ type: 'update.changes-requested', data: { updateId, reason: 'who is affected?' } })
      .leadsTo(({ updates }) => {
        expect(updates.items[0]).toMatchObject({
          status: 'draft',
          changesRequested: { by: CAI.actor.ref, at: NOW, reason: 'who is affected?' },
        });
        expect(updates.items[0]).not.toHaveProperty('approved');
      });
  });

  it('[UPD-23] changes are not asked for of a draft; asking for approval answers them', () => {
    given([...ledAt(1), drafted('external')])
      .when('update.request-changes', { ...about, reason: 'unclear' }, asCai)
      .isRefused('conflict', /with its author/);
    const CHANGES: Past = { type: 'update.changes-requested', data: { updateId, reason: 'unclear' } };
    given([...ledAt(1), drafted('external'), ASKED, CHANGES])
      .when('update.request-approval', about, asRen)
      .leadsTo(({ updates }) => expect(updates.items[0]).not.toHaveProperty('changesRequested'));
  });
});

describe('publishing', () => {
  it('[UPD-30] internal updates need nobody else', () => {
    given([...ledAt(1), drafted('internal')])
      .when('update.publish', seen, asRen)
      .happens(publishing('internal'));
  });

  it.each([3, 4] as const)('[UPD-30] nor do external ones on SEV%d', (severity) => {
    given([...ledAt(severity), drafted('external')])
      .when('update.publish', seen, asRen)
      .happens(publishing('external'));
  });

  it('[UPD-31] on SEV1 an approved one is published', () => {
    given([...ledAt(1), drafted('external'), ASKED, approvedBy(CAI)])
      .when('update.publish', seen, asRen)
      .happens(publishing('external'))
      .leadsTo(({ updates }) =>
        expect(updates.items[0]).toMatchObject({ status: 'publishing', before: 'approved', by: REN.actor.ref }),
      );
  });

  it.each([1, 2] as const)('[UPD-31][UPD-32] on SEV%d one without approval takes a reason', (severity) => {
    const past = [...ledAt(severity), drafted('external'), ASKED];
    given(past)
      .when('update.publish', seen, asRen)
      .isRefused('conflict', /Say why it cannot wait/);
    given(past)
      .when('update.publish', { ...seen, withoutApproval: 'Cai is in a plane' }, asRen)
      .happens(publishing('external', 'Cai is in a plane'))
      .leadsTo(({ updates }) => expect(updates.items[0]?.withoutApproval).toBe('Cai is in a plane'));
  });

  it('[UPD-33] a reason where none is needed is not kept', () => {
    given([...ledAt(1), drafted('external'), ASKED, approvedBy(CAI)])
      .when('update.publish', { ...seen, withoutApproval: 'hurry' }, asRen)
      .happens(publishing('external'));
    given([...ledAt(1), drafted('internal')])
      .when('update.publish', { ...seen, withoutApproval: 'hurry' }, asRen)
      .happens(publishing('internal'));
  });

  it('[UPD-34] an own approval from SEV3 does not count on SEV1', () => {
    given([...ledAt(3), drafted('external', CAI), ASKED, approvedBy(CAI), RAISED])
      .when('update.publish', seen, asCai)
      .isRefused('conflict', /approved by who wrote it/);
  });

  it('[UPD-35] a gap blocks it, and so does a next update in the past', () => {
    given([...ledAt(1), drafted('internal', REN, { text: 'Since {{started}}' })])
      .when('update.publish', seen, asRen)
      .isRefused('invalid', '{{started}} is not filled in.', {
        faults: [{ path: 'text', message: '{{started}} is not filled in.' }],
      });
    given([...ledAt(1), drafted('internal', REN, { nextAt: NOW })])
      .when('update.publish', seen, asRen)
      .isRefused('invalid', /has passed/);
  });

  it('[UPD-36] a stale revision is a conflict', () => {
    given([...ledAt(1), drafted('internal')])
      .when('update.publish', { ...about, revision: 2 }, asRen)
      .isRefused('conflict', /in the meantime/);
  });

  it('[UPD-37] one leaves at a time to an audience', () => {
    const other = (audience: 'internal' | 'external'): Past => ({
      type: 'update.drafted',
      data: { updateId: testId(0x56), number: 2, audience, content: { text: 'Two', components: [] } },
    });
    const second = { ...seen, updateId: testId(0x56) };
    given([...ledAt(3), drafted('internal'), leaving('internal'), other('internal')])
      .when('update.publish', second, asRen)
      .isRefused('conflict', /same readers/);
    given([...ledAt(3), drafted('internal'), leaving('internal'), other('external')])
      .when('update.publish', second, asRen)
      .leadsTo(({ updates }) =>
        expect(updates.items.map(({ status }) => status)).toEqual(['publishing', 'publishing']),
      );
  });
});

describe('announcing', () => {
  const says = { ...about, text: 'Card payments fail.' };
  const drafts = (audience: 'internal' | 'external') => ({
    type: 'update.drafted' as const,
    data: { updateId, number: 1, audience, content: { text: 'Card payments fail.', components: [] } },
  });

  it('[UPD-38] drafts and publishes in one step', () => {
    given(ledAt(1))
      .when('update.announce', { ...says, audience: 'internal' }, asRen)
      .happens(drafts('internal'), publishing('internal'))
      .leadsTo(({ updates }) => expect(updates.items[0]).toMatchObject({ status: 'publishing', before: 'draft' }));
    given(ledAt(3))
      .when('update.announce', { ...says, audience: 'external' }, asRen)
      .happens(drafts('external'), publishing('external'));
  });

  it('[UPD-38] keeps the rules of both', () => {
    given(ledAt(1))
      .when('update.announce', { ...says, audience: 'external' }, asRen)
      .isRefused('conflict', /Say why it cannot wait/);
    given(ledAt(1))
      .when('update.announce', { ...says, audience: 'external', withoutApproval: 'nobody here' }, asRen)
      .happens(drafts('external'), publishing('external', 'nobody here'));
    given(ledAt(1))
      .when('update.announce', { ...says, text: '{{cause}}', audience: 'internal' }, asRen)
      .isRefused('invalid', /not filled in/);
    given([...ledAt(1), drafted('internal')])
      .when('update.announce', { ...says, audience: 'internal' }, asRen)
      .isRefused('conflict', /this id/);
  });
});

describe('leaving', () => {
  const ready = (withoutApproval?: string) => [
    ...ledAt(1),
    drafted('external'),
    ASKED,
    leaving('external', withoutApproval),
  ];
  const before = { actor: ROZ.actor, now: LEAVES_AT - 1 };

  it('[UPD-40][UPD-41] is held until then, and is where it was', () => {
    given(ready('no time'))
      .when('update.hold', about, before)
      .happens({ type: 'update.held', data: { updateId, audience: 'external' } })
      .leadsTo(({ updates }) => {
        expect(updates.items[0]?.status).toBe('in-review');
        expect(updates.items[0]).not.toHaveProperty('withoutApproval');
        expect(updates.items[0]).not.toHaveProperty('leavesAt');
      });
  });

  it('[UPD-42] is not held once it has left', () => {
    given(ready())
      .when('update.hold', about, { now: LEAVES_AT })
      .isRefused('conflict', /has left already/);
    given([...ready(), left('external')])
      .when('update.hold', about, before)
      .isRefused('conflict', /has left already/);
    given([...ledAt(1), drafted('external')])
      .when('update.hold', about, before)
      .happens();
  });

  const release = { ...about, leavesAt: LEAVES_AT };
  const bySitrep = { actor: SYSTEM, now: LEAVES_AT };

  it('[UPD-43] happens at the end of the window, with what was approved', () => {
    given(ready('no time'))
      .when('update.release', release, bySitrep)
      .happens({
        type: 'update.published',
        data: {
          updateId,
          audience: 'external',
          content: { text: 'Payments fail.', components: [] },
          publishedBy: REN.id,
          withoutApproval: 'no time',
        },
      })
      .leadsTo(({ updates, timeline }) => {
        expect(updates.items[0]).toMatchObject({ status: 'published', publishedAt: LEAVES_AT, by: REN.actor.ref });
        expect(timeline.entries.at(-1)).toMatchObject({ origin: 'recorded', fact: { type: 'update.published' } });
      });
  });

  it('[UPD-43] not before, and by nobody else', () => {
    given(ready())
      .when('update.release', release, { actor: SYSTEM, now: LEAVES_AT - 1 })
      .isRefused('conflict', /can still be held/);
    const everybody: readonly Player[] = [REN, CAI];
    for (const { actor } of everybody) {
      given(ready())
        .when('update.release', release, { actor, now: LEAVES_AT })
        .isRefused('forbidden', /Sitrep itself/);
    }
  });

  it('[UPD-43] also where the incident was closed since', () => {
    const closed: Past = {
      type: 'incident.closed',
      data: { from: 'resolved', closure: { kind: 'false-alarm', reason: 'none' } },
    };
    given([...ready(), closed])
      .when('update.release', release, bySitrep)
      .leadsTo(({ updates }) => expect(updates.items[0]?.status).toBe('published'));
  });

  it('[UPD-44] makes nothing happen for another window', () => {
    given([...ready(), HELD])
      .when('update.release', release, bySitrep)
      .happens();
    given([...ready(), left('external')])
      .when('update.release', release, bySitrep)
      .happens();
    given(ready())
      .when('update.release', { ...about, leavesAt: LEAVES_AT - 5_000 }, bySitrep)
      .happens();
  });

  it('[UPD-47] is an entry, and what led to it is none but the asking', () => {
    given(ready())
      .when('update.release', release, bySitrep)
      .leadsTo(({ timeline }) =>
        expect(timeline.entries.slice(2)).toMatchObject([
          { fact: { type: 'update.approval-requested' } },
          { fact: { type: 'update.published', data: { publishedBy: REN.id } } },
        ]),
      );
  });

  it('[UPD-46] is told of in one list, the newest first', () => {
    const second: Past[] = [
      {
        type: 'update.drafted',
        data: { updateId: testId(0x56), number: 2, audience: 'internal', content: { text: 'Two', components: [] } },
      },
      {
        type: 'update.published',
        data: { updateId: testId(0x56), audience: 'internal', content: { text: 'Two', components: [] } },
        at: LEAVES_AT + 1,
      },
    ];
    given([...ready(), left('external'), ...second])
      .when('update.hold', { incidentId, updateId: testId(0x57) })
      .isRefused('not-found');
    given([...ready(), left('external'), ...second])
      .when('update.draft', { incidentId, updateId: testId(0x57), audience: 'internal', text: 'Three' })
      .leadsTo(({ updates }) => expect(told(updates).map(({ number }) => number)).toEqual([2, 1]));
  });
});
