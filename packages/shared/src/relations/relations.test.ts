import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../protocol/catalogue.ts';
import { CAI, REN, SYSTEM, testId, VIC } from '../testing/cast.ts';
import { given, type Circumstances } from '../testing/given.ts';
import type { Past } from '../testing/history.ts';
import { DECLARED, declaredAs, INCIDENT, incidentAt, OTHER_INCIDENT } from '../testing/incident-past.ts';
import { MOST_RELATIONS, type RelationKind } from './values.ts';

const [incidentId, otherId, third] = [INCIDENT, OTHER_INCIDENT, testId(3)];
const key = 'INC-2026-0002';
const facts: Circumstances['facts'] = { incidentKey: (id) => (id === testId(9) ? undefined : key) };

const added = (kind: RelationKind, other = otherId): Past => ({
  type: 'relation.added',
  data: { kind, otherId: other, key },
  by: REN.actor.ref,
});
const removed = (kind: RelationKind): Past => ({ type: 'relation.removed', data: { kind, otherId, key } });

type More = Circumstances & { other?: typeof otherId };
type Asked<T extends 'relation.add' | 'relation.mirror'> = readonly [T, CommandInput<T>, Circumstances];

const adding = (kind: CommandInput<'relation.add'>['kind'], more: More = {}): Asked<'relation.add'> => {
  const { other = otherId, ...circumstances } = more;
  return ['relation.add', { incidentId, kind, otherId: other }, { actor: REN.actor, facts, ...circumstances }];
};
const mirroring = (kinds: readonly RelationKind[], about: Circumstances = {}): Asked<'relation.mirror'> => [
  'relation.mirror',
  { incidentId, otherId, kinds: [...kinds] },
  { actor: SYSTEM, facts, ...about },
];

describe('relating', () => {
  it.each(['related', 'parent', 'child'] as const)('[REL-1] names the other incident as %s', (kind) => {
    given([DECLARED])
      .when(...adding(kind))
      .happens({ type: 'relation.added', data: { kind, otherId, key } })
      .leadsTo(({ relations }) => {
        expect(relations.items).toMatchObject([{ kind, otherId, key, by: REN.actor.ref }]);
      });
  });

  it('[REL-1] works after closing too, and needs a declared incident', () => {
    given(incidentAt('closed'))
      .when(...adding('related'))
      .happens({
        type: 'relation.added',
        data: { kind: 'related', otherId, key },
      });
    given([])
      .when(...adding('related'))
      .isRefused('not-found', 'no such incident');
    given([]).when('relation.remove', { incidentId, kind: 'related', otherId }).isRefused('not-found');
  });

  it('[REL-2] what stands already makes nothing happen, and so does taking away what is not there', () => {
    given([DECLARED, added('related')])
      .when(...adding('related'))
      .happens();
    given([DECLARED]).when('relation.remove', { incidentId, kind: 'related', otherId }).happens();
  });

  it('[REL-3] never names itself, what is not there, or a private one within a public one', () => {
    given([DECLARED])
      .when(...adding('related', { other: incidentId }))
      .isRefused('invalid', 'this incident itself');
    given([DECLARED])
      .when(...adding('related', { other: testId(9) }))
      .isRefused('invalid', 'There is no such incident.');
    const asked: boolean[] = [];
    const incidentKey = (_id: unknown, _actor: unknown, within: { readonly private: boolean }) => {
      asked.push(within.private);
      return key;
    };
    given([DECLARED]).when(...adding('related', { facts: { incidentKey } }));
    given([declaredAs({ private: true }, REN)]).when(...adding('related', { facts: { incidentKey } }));
    expect(asked).toEqual([false, true]);
  });

  it('[REL-4] has one word for two incidents', () => {
    given([DECLARED, added('related')])
      .when(...adding('parent'))
      .isRefused('conflict', 'already, as related', {
        current: { kind: 'related' },
      });
    given([DECLARED, added('child')])
      .when(...adding('parent'))
      .isRefused('conflict', 'already, as child');
    // What came of closing is beside it.
    given([DECLARED, added('merged')])
      .when(...adding('related'))
      .happens({
        type: 'relation.added',
        data: { kind: 'related', otherId, key },
      });
  });

  it('[REL-5] knows one parent at most, on either side', () => {
    given([DECLARED, added('parent', third)])
      .when(...adding('parent'))
      .isRefused('conflict', `belongs to ${key} already`, {
        current: { parent: key },
      });
    given([DECLARED])
      .when(...adding('child', { facts: { ...facts, incidentParent: () => third } }))
      .isRefused('conflict', 'belongs to another incident already');
  });

  it('[REL-6] ends at two hundred', () => {
    const many = Array.from({ length: MOST_RELATIONS }, (_, n) => added('related', testId(0x1000 + n)));
    given([DECLARED, ...many])
      .when(...adding('related'))
      .isRefused('conflict', 'takes no more');
    given([DECLARED, ...many])
      .when(...mirroring(['merged']))
      .isRefused('conflict', 'takes no more');
  });

  it('[REL-7] is taken away, and back, by whoever did it', () => {
    given([DECLARED, added('parent')])
      .when('relation.remove', { incidentId, kind: 'parent', otherId }, { actor: REN.actor })
      .happens({ type: 'relation.removed', data: { kind: 'parent', otherId, key } })
      .leadsTo(({ relations }) => expect(relations.items).toEqual([]));
    given([DECLARED, added('parent')])
      .when('relation.remove', { incidentId, kind: 'parent', otherId, undoOf: 'command-1' }, { actor: REN.actor })
      .happens({ type: 'relation.removed', data: { kind: 'parent', otherId, key, undoOf: 'command-1' } });
    given([DECLARED, added('parent')])
      .when('relation.remove', { incidentId, kind: 'parent', otherId, undoOf: 'command-1' }, { actor: CAI.actor })
      .isRefused('conflict', 'Somebody changed this since');
    given([DECLARED, added('parent'), removed('parent'), added('parent')])
      .when('relation.remove', { incidentId, kind: 'parent', otherId, undoOf: 'command-1' }, { actor: REN.actor })
      .isRefused('conflict', 'Somebody changed this since');
  });

  it('[REL-8] is for those who may respond; mirroring is for nobody', () => {
    given([DECLARED])
      .when(...adding('related', { actor: VIC.actor }))
      .isRefused('forbidden', 'responders');
    given([DECLARED])
      .when(...mirroring(['related'], { actor: CAI.actor }))
      .isRefused('forbidden', 'Sitrep itself');
  });
});

describe('mirroring', () => {
  it('[REL-10] makes this incident agree: exactly these kinds, as often as it is asked', () => {
    given([DECLARED])
      .when(...mirroring(['child', 'merged']))
      .happens(
        { type: 'relation.added', data: { kind: 'child', otherId, key } },
        { type: 'relation.added', data: { kind: 'merged', otherId, key } },
      )
      .leadsTo(({ relations }) => expect(relations.items.map(({ kind }) => kind)).toEqual(['child', 'merged']));
    given([DECLARED, added('child')])
      .when(...mirroring(['child']))
      .happens();
    given([DECLARED, added('merged'), added('related')])
      .when(...mirroring(['related']))
      .happens({
        type: 'relation.removed',
        data: { kind: 'merged', otherId, key },
      });
    given([DECLARED, added('related', third)])
      .when(...mirroring([]))
      .happens();
  });

  it('[REL-11] is refused where it would name a private incident in a public one, or give a second parent', () => {
    given([DECLARED])
      .when(...mirroring(['related'], { facts: { incidentKey: () => undefined } }))
      .isRefused('invalid');
    given([DECLARED, added('parent', third)])
      .when(...mirroring(['parent']))
      .isRefused('conflict', 'already');
    given([])
      .when(...mirroring(['related']))
      .isRefused('not-found');
  });
});
