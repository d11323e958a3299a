import { describe, expect, it } from 'vitest';
import { CAI, REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
import { DECLARED, INCIDENT, incidentAt } from '../testing/incident-past.ts';
import { ASKED, LEAVES_AT, UPDATE, approvedBy, drafted, leaving, ledAt, left } from '../testing/update-past.ts';
import { MAX_UPDATES } from './values.ts';

const incidentId = INCIDENT;
const updateId = UPDATE;
const about = { incidentId, updateId };
const REVISED: Past = {
  type: 'update.revised',
  data: { updateId, revision: 2, content: { text: 'Card payments fail.', components: [] } },
  by: ROZ.actor.ref,
};
const DISCARDED: Past = { type: 'update.discarded', data: { updateId } };

describe('drafting', () => {
  it('[UPD-1] takes audience, text, components, next word and template', () => {
    const content = {
      text: 'Payments fail.',
      components: [{ name: 'Card payments', state: 'outage' as const }],
      nextAt: T0 + 20 * MINUTE,
      templateId: 'external-initial',
    };
    given([DECLARED])
      .when('update.draft', { ...about, audience: 'external', ...content }, { actor: REN.actor })
      .happens({ type: 'update.drafted', data: { updateId, number: 1, audience: 'external', content } })
      .leadsTo(({ updates, timeline }) => {
        expect(updates.items).toMatchObject([
          { id: updateId, number: 1, status: 'draft', revision: 1, draftedBy: REN.actor.ref, revisedBy: REN.actor.ref },
        ]);
        expect(timeline.entries).toHaveLength(1);
      });
  });

  it('[UPD-1] numbers over both audiences', () => {
    given([DECLARED, drafted('internal')])
      .when('update.draft', { incidentId, updateId: testId(0x56), audience: 'external', text: 'One' })
      .leadsTo(({ updates }) => expect(updates.items.map(({ number }) => number)).toEqual([1, 2]));
  });

  it.each(['', '   ', 'x'.repeat(4_001)])('[UPD-1] refuses a text of the wrong length', (text) => {
    given([DECLARED])
      .when('update.draft', { ...about, audience: 'internal', text })
      .isRefused('invalid');
  });

  it('[UPD-1] refuses more than 50 components', () => {
    const components = Array.from({ length: 51 }, (_, n) => ({ name: `c${n}`, state: 'outage' as const }));
    given([DECLARED])
      .when('update.draft', { ...about, audience: 'external', text: 'One', components })
      .isRefused('invalid', /at most 50/);
  });

  it('[UPD-2] refuses an id twice', () => {
    given([DECLARED, drafted('internal')])
      .when('update.draft', { ...about, audience: 'internal', text: 'One' })
      .isRefused('conflict', /this id/);
  });

  it('[UPD-2] refuses one more than 200', () => {
    const many = Array.from({ length: MAX_UPDATES }, (_, n): Past => ({
      type: 'update.drafted',
      data: {
        updateId: testId(0x500 + n),
        number: n + 1,
        audience: 'internal',
        content: { text: 'One', components: [] },
      },
    }));
    given([DECLARED, ...many])
      .when('update.draft', { ...about, audience: 'internal', text: 'One' })
      .isRefused('conflict', /200 updates at most/);
  });

  it('[UPD-3] refuses a component twice', () => {
    const components = [
      { name: 'API', state: 'outage' as const },
      { name: 'api', state: 'degraded' as const },
    ];
    given([DECLARED])
      .when('update.draft', { ...about, audience: 'external', text: 'One', components })
      .isRefused('invalid', 'api is listed twice.');
  });
});

describe('revising', () => {
  it('[UPD-4] replaces the text, and tells who wrote it last', () => {
    given([DECLARED, drafted('internal')])
      .when('update.revise', { ...about, baseRevision: 1, text: 'Card payments fail.' }, { actor: ROZ.actor })
      .happens({ type: 'update.revised', data: REVISED.data } as never)
      .leadsTo(({ updates }) =>
        expect(updates.items[0]).toMatchObject({
          revision: 2,
          draftedBy: REN.actor.ref,
          revisedBy: ROZ.actor.ref,
          content: { text: 'Card payments fail.' },
        }),
      );
  });

  it('[UPD-4] refuses a stale base with the text that stands', () => {
    given([DECLARED, drafted('internal'), REVISED])
      .when('update.revise', { ...about, baseRevision: 1, text: 'Nobody can pay.' })
      .isRefused('conflict', /in the meantime/, {
        current: {
          revision: 2,
          text: 'Card payments fail.',
          components: [],
          by: ROZ.actor.ref,
          at: T0 + 2 * MINUTE,
        },
      });
  });

  it('[UPD-5] makes nothing happen where nothing changes', () => {
    given([DECLARED, drafted('internal')])
      .when('update.revise', { ...about, baseRevision: 1, text: 'Payments fail.' })
      .happens();
  });

  it('[UPD-5] refuses more than 500 revisions', () => {
    const last: Past = { ...REVISED, data: { ...REVISED.data, revision: 500 } };
    given([DECLARED, drafted('internal'), last])
      .when('update.revise', { ...about, baseRevision: 500, text: 'Once more' })
      .isRefused('conflict', /500 times at most/);
  });

  it('[UPD-6] loses the approval', () => {
    given([...ledAt(1), drafted('external'), ASKED, approvedBy(CAI)])
      .when('update.revise', { ...about, baseRevision: 1, text: 'Card payments fail.' })
      .leadsTo(({ updates }) => {
        expect(updates.items[0]).toMatchObject({ status: 'draft', revision: 2 });
        expect(updates.items[0]).not.toHaveProperty('approved');
      });
  });
});

describe('discarding', () => {
  it('[UPD-7] ends an update, with a reason where one was given', () => {
    given([DECLARED, drafted('external'), ASKED])
      .when('update.discard', { ...about, reason: 'twice' })
      .happens({ type: 'update.discarded', data: { updateId, reason: 'twice' } })
      .leadsTo(({ updates }) => expect(updates.items[0]?.status).toBe('discarded'));
    given([DECLARED, drafted('external'), DISCARDED])
      .when('update.discard', about)
      .happens();
  });
});

describe('what can no longer be changed', () => {
  const PASTS = [
    ['about to leave', [leaving('internal')], /Hold it first/],
    ['published', [leaving('internal'), left('internal')], /Write a new one/],
    ['discarded', [DISCARDED], /was discarded/],
  ] as const;

  it.each(PASTS)('[UPD-9] %s: revising is refused', (_what, past, saying) => {
    given([DECLARED, drafted('internal'), ...past])
      .when('update.revise', { ...about, baseRevision: 1, text: 'Other' }, { now: LEAVES_AT })
      .isRefused('conflict', saying);
  });

  it.each(PASTS.slice(0, 2))('[UPD-9] %s: discarding is refused', (_what, past, saying) => {
    given([DECLARED, drafted('internal'), ...past])
      .when('update.discard', about, { now: LEAVES_AT })
      .isRefused('conflict', saying);
  });

  it('[UPD-9] an unknown update is not found', () => {
    given([DECLARED])
      .when('update.revise', { ...about, baseRevision: 1, text: 'Other' })
      .isRefused('not-found');
  });
});

describe('whose incident', () => {
  const INPUTS = [
    ['update.draft', { ...about, audience: 'internal', text: 'One' }],
    ['update.revise', { ...about, baseRevision: 1, text: 'One' }],
    ['update.request-approval', about],
    ['update.approve', { ...about, revision: 1 }],
    ['update.request-changes', { ...about, reason: 'unclear' }],
    ['update.publish', { ...about, revision: 1 }],
    ['update.discard', about],
  ] as const;

  it.each(INPUTS)('[UPD-8] %s is refused in a closed incident', (type, input) => {
    given([
      ...incidentAt('closed'),
      { type: 'incident.role-changed', data: { role: 'commander', to: CAI.id, move: 'taken' } },
    ])
      .when(type, input, { actor: CAI.actor })
      .isRefused('conflict', /closed\. Reopen it/);
  });

  it.each(INPUTS.filter(([type]) => !['update.approve', 'update.request-changes'].includes(type)))(
    '[UPD-8] %s finds nothing where there is no incident',
    (type, input) => {
      given([])
        .when(type, input)
        .isRefused('not-found', /no such incident/);
    },
  );
});
