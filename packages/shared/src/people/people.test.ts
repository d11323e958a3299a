import { describe, expect, it } from 'vitest';
import { inviteRows, personRows, teamRows } from './person-row.ts';
import { ADA, REN, SYSTEM, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0, type Past } from '../testing/history.ts';

const tokenHash = 'a'.repeat(64);
const inviteId = testId(0x61);
const userId = testId(0x62);

const FIRST: Past = {
  type: 'people.administrator-created',
  data: { userId: ADA.id, name: 'Ada', handle: 'ada' },
  by: 'system/sign-in-link',
};
const INVITED: Past = {
  type: 'people.invited',
  data: { inviteId, name: 'Ben', handle: 'ben', role: 'responder', tokenHash },
};
const JOINED: Past = {
  type: 'people.joined',
  data: { userId: REN.id, inviteId: testId(0x6f), name: 'Ren', handle: 'ren', role: 'responder' },
};
const DEACTIVATED: Past = { type: 'people.deactivated', data: { userId: REN.id } };
const accept = { inviteId, userId, name: 'Ben', handle: 'ben' };

describe('joining', () => {
  it('[PPL-1] begins with one administrator', () => {
    const first = { userId: ADA.id, name: 'Ada', handle: '@Ada ' };
    given([])
      .when('people.create-administrator', first, { actor: SYSTEM, now: T0 })
      .happens({ type: 'people.administrator-created', data: { userId: ADA.id, name: 'Ada', handle: 'ada' } })
      .leadsTo((directory) =>
        expect(personRows(directory)).toEqual([
          {
            kind: 'person',
            id: ADA.id,
            name: 'Ada',
            handle: 'ada',
            role: 'administrator',
            active: true,
            joinedAt: T0,
          },
        ]),
      );
    given([FIRST])
      .when('people.create-administrator', { ...first, userId, handle: 'eve' }, { actor: SYSTEM })
      .isRefused('conflict', 'There is an administrator already.');
  });

  it('[PPL-2] goes by invites, for a responder unless they say otherwise', () => {
    given([FIRST])
      .when('people.invite', { inviteId, name: ' Ben ', handle: 'Ben', tokenHash })
      .happens({ type: 'people.invited', data: { inviteId, name: 'Ben', handle: 'ben', role: 'responder', tokenHash } })
      .leadsTo((directory) => expect(JSON.stringify(inviteRows(directory))).not.toContain(tokenHash));
    given([FIRST])
      .when('people.invite', { inviteId, name: 'Ben', handle: 'ben', role: 'viewer', tokenHash: 'short' })
      .isRefused('invalid', 'tokenHash');
  });

  it('[PPL-3][PPL-4] takes an invite once, with the invite’s role and a mended name', () => {
    const mended = { ...accept, name: 'Benny', handle: 'benny' };
    given([FIRST, INVITED])
      .when('people.accept-invite', mended, { actor: SYSTEM })
      .happens({ type: 'people.joined', data: { ...mended, role: 'responder' } })
      .leadsTo(({ invites, people }) => {
        expect(invites).toEqual({});
        expect(people[userId]).toMatchObject({ handle: 'benny', role: 'responder', active: true });
      });
    given([FIRST])
      .when('people.accept-invite', accept, { actor: SYSTEM })
      .isRefused('not-found', 'This invite was used or revoked.');
  });

  it('[PPL-3] does not go by a revoked invite', () => {
    const REVOKED: Past = { type: 'people.invite-revoked', data: { inviteId } };
    given([FIRST, INVITED])
      .when('people.revoke-invite', { inviteId })
      .happens({ type: 'people.invite-revoked', data: { inviteId } });
    given([FIRST, INVITED, REVOKED])
      .when('people.accept-invite', accept, { actor: SYSTEM })
      .isRefused('not-found', 'used or revoked');
    given([FIRST, INVITED, REVOKED]).when('people.revoke-invite', { inviteId }).happens();
  });

  it('[PPL-5] never takes an id twice, so that nobody becomes somebody else', () => {
    given([FIRST, INVITED])
      .when('people.accept-invite', { ...accept, userId: ADA.id }, { actor: SYSTEM })
      .isRefused('conflict', 'This id is taken.');
    given([FIRST, INVITED])
      .when('people.invite', { inviteId, name: 'Eve', handle: 'eve', tokenHash })
      .isRefused('conflict', 'This id is taken.');
    given([FIRST, { type: 'people.team-created', data: { teamId: testId(0x71), name: 'Payments' } }])
      .when('people.create-team', { teamId: testId(0x71), name: 'Search' })
      .isRefused('conflict', 'This id is taken.');
  });
});

describe('handles', () => {
  it.each([
    ['ben', 'ben'],
    [' @Ben.O_k-1 ', 'ben.o_k-1'],
    ['1', '1'],
    ['a'.repeat(39), 'a'.repeat(39)],
  ])('[PPL-10] %j reads %j', (handle, read) => {
    given([FIRST])
      .when('people.invite', { inviteId, name: 'Ben', handle, tokenHash })
      .leadsTo(({ invites }) => expect(invites[inviteId]?.handle).toBe(read));
  });

  it.each(['', '@', '.ben', 'b en', 'bén', 'a'.repeat(40), '@@ben'])('[PPL-10] %j is none', (handle) => {
    given([FIRST])
      .when('people.invite', { inviteId, name: 'Ben', handle, tokenHash })
      .isRefused('invalid', 'handle: Letters, digits, dot');
  });

  it.each([
    ['somebody', [FIRST, JOINED], 'ren'],
    ['somebody deactivated', [FIRST, JOINED, DEACTIVATED], 'ren'],
    ['an open invite', [FIRST, INVITED], 'ben'],
  ] as const)('[PPL-11][PPL-12] that belongs to %s is taken', (_whose, past, handle) => {
    const taken = { faults: [{ path: 'handle', message: `@${handle} is taken. Choose another handle.` }] };
    given(past)
      .when('people.invite', { inviteId: testId(0x6e), name: 'X', handle, tokenHash })
      .isRefused('invalid', 'is taken', taken);
    given(past)
      .when('people.change-profile', { userId: ADA.id, name: 'Ada', handle })
      .isRefused('invalid', 'is taken', taken);
  });

  it('[PPL-11] of somebody else does not go while joining', () => {
    given([FIRST, INVITED])
      .when('people.accept-invite', { ...accept, handle: 'ada' }, { actor: SYSTEM })
      .isRefused('invalid', '@ada is taken');
  });

  it('[PPL-12] is free again when its invite is revoked', () => {
    given([FIRST, INVITED, { type: 'people.invite-revoked', data: { inviteId } }])
      .when('people.change-profile', { userId: ADA.id, name: 'Ada', handle: 'ben' })
      .happens({ type: 'people.profile-changed', data: { userId: ADA.id, name: 'Ada', handle: 'ben' } });
  });

  it('[PPL-13] may stay while the name changes', () => {
    given([FIRST])
      .when('people.change-profile', { userId: ADA.id, name: 'Ada L.', handle: 'ada' })
      .leadsTo(({ people }) => expect(people[ADA.id]).toMatchObject({ name: 'Ada L.', handle: 'ada' }));
    given([FIRST]).when('people.change-profile', { userId: ADA.id, name: 'Ada', handle: 'ada' }).happens();
  });
});

describe('accounts', () => {
  it('[PPL-20] change their role', () => {
    given([FIRST, JOINED])
      .when('people.change-role', { userId: REN.id, role: 'commander' })
      .happens({ type: 'people.role-changed', data: { userId: REN.id, from: 'responder', to: 'commander' } })
      .leadsTo(({ people }) => expect(people[REN.id]?.role).toBe('commander'));
    given([FIRST, JOINED]).when('people.change-role', { userId: REN.id, role: 'responder' }).happens();
  });

  it('[PPL-21] are taken away and given back', () => {
    given([FIRST, JOINED])
      .when('people.deactivate', { userId: REN.id })
      .happens({ type: 'people.deactivated', data: { userId: REN.id } })
      .leadsTo(({ people }) => expect(people[REN.id]).toMatchObject({ active: false, name: 'Ren' }));
    given([FIRST, JOINED, DEACTIVATED]).when('people.deactivate', { userId: REN.id }).happens();
    given([FIRST, JOINED, DEACTIVATED])
      .when('people.reactivate', { userId: REN.id })
      .happens({ type: 'people.reactivated', data: { userId: REN.id } })
      .leadsTo(({ people }) => expect(people[REN.id]?.active).toBe(true));
    given([FIRST, JOINED]).when('people.reactivate', { userId: REN.id }).happens();
  });

  it.each([
    ['the only administrator', [FIRST, JOINED]],
    [
      'the only one whose account is active',
      [
        FIRST,
        JOINED,
        { type: 'people.role-changed', data: { userId: REN.id, from: 'responder', to: 'administrator' } },
        DEACTIVATED,
      ],
    ],
  ] as readonly (readonly [string, readonly Past[]])[])('[PPL-22] %s stays', (_who, past) => {
    given(past)
      .when('people.change-role', { userId: ADA.id, role: 'viewer' })
      .isRefused('conflict', 'Somebody has to be administrator.');
    given(past)
      .when('people.deactivate', { userId: ADA.id })
      .isRefused('conflict', 'Somebody has to be administrator.');
  });

  it('[PPL-22] an administrator goes when another stays', () => {
    given([
      FIRST,
      JOINED,
      { type: 'people.role-changed', data: { userId: REN.id, from: 'responder', to: 'administrator' } },
    ])
      .when('people.deactivate', { userId: ADA.id })
      .happens({ type: 'people.deactivated', data: { userId: ADA.id } });
  });

  it('[PPL-23] that are not there are not found', () => {
    const nobody = testId(0xfe);
    given([FIRST]).when('people.change-profile', { userId: nobody, name: 'X', handle: 'x' }).isRefused('not-found');
    given([FIRST]).when('people.change-role', { userId: nobody, role: 'viewer' }).isRefused('not-found');
    given([FIRST]).when('people.deactivate', { userId: nobody }).isRefused('not-found');
    given([FIRST]).when('people.reactivate', { userId: nobody }).isRefused('not-found', 'There is no such person.');
  });
});

describe('teams', () => {
  const teamId = testId(0x71);
  const CREATED: Past = { type: 'people.team-created', data: { teamId, name: 'Payments' } };
  const MEMBER: Past = { type: 'people.team-joined', data: { teamId, userId: ADA.id } };

  it('[PPL-30] have a name of their own', () => {
    given([FIRST])
      .when('people.create-team', { teamId, name: 'Payments' })
      .happens({ type: 'people.team-created', data: { teamId, name: 'Payments' } });
    given([FIRST, CREATED])
      .when('people.create-team', { teamId: testId(0x72), name: 'PAYMENTS' })
      .isRefused('invalid', 'There is a team called PAYMENTS already.');
  });

  it('[PPL-30] take another name, or another case of theirs', () => {
    given([FIRST, CREATED])
      .when('people.rename-team', { teamId, name: 'PayMents' })
      .happens({ type: 'people.team-renamed', data: { teamId, name: 'PayMents' } })
      .leadsTo(({ teams }) => expect(teams[teamId]?.name).toBe('PayMents'));
    given([FIRST, CREATED]).when('people.rename-team', { teamId, name: 'Payments' }).happens();
    given([FIRST, CREATED, { type: 'people.team-created', data: { teamId: testId(0x72), name: 'Search' } }])
      .when('people.rename-team', { teamId, name: 'search' })
      .isRefused('invalid', 'search');
  });

  it('[PPL-31] are joined and left', () => {
    const both = { teamId, userId: ADA.id };
    given([FIRST, CREATED])
      .when('people.join-team', both)
      .happens({ type: 'people.team-joined', data: both })
      .leadsTo((directory) =>
        expect(teamRows(directory)).toEqual([{ kind: 'team', id: teamId, name: 'Payments', members: [ADA.id] }]),
      );
    given([FIRST, CREATED, MEMBER]).when('people.join-team', both).happens();
    given([FIRST, CREATED, MEMBER])
      .when('people.leave-team', both)
      .happens({ type: 'people.team-left', data: both })
      .leadsTo(({ teams }) => expect(teams[teamId]?.members).toEqual([]));
    given([FIRST, CREATED]).when('people.leave-team', both).happens();
    given([FIRST, CREATED])
      .when('people.join-team', { teamId, userId: testId(0xfe) })
      .isRefused('not-found', 'person');
  });

  it('[PPL-32] go, and their people stay', () => {
    given([FIRST, CREATED, MEMBER])
      .when('people.remove-team', { teamId })
      .happens({ type: 'people.team-removed', data: { teamId } })
      .leadsTo((directory) => {
        expect(directory.teams).toEqual({});
        expect(directory.people[ADA.id]).toBeDefined();
      });
    given([FIRST]).when('people.remove-team', { teamId }).happens();
  });

  it('[PPL-33] that are not there are not found', () => {
    const both = { teamId, userId: ADA.id };
    given([FIRST]).when('people.rename-team', { teamId, name: 'X' }).isRefused('not-found', 'There is no such team.');
    given([FIRST]).when('people.join-team', both).isRefused('not-found', 'There is no such team.');
    given([FIRST]).when('people.leave-team', both).isRefused('not-found', 'There is no such team.');
  });
});
