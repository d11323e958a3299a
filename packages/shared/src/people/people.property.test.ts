import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTORY_STREAM } from './commands.ts';
import { hasAdministrator, type Directory } from './state.ts';
import { ADA, CAI, REN, ROZ, SYSTEM, testId, type Player } from '../testing/cast.ts';
import { holds } from '../testing/holds.ts';
import { movesOf, play, type Move } from '../testing/play.ts';

const invitedAs = (n: number, { id, handle }: Player): readonly Move[] => {
  const name = { inviteId: testId(n), name: handle, handle };
  return [
    { type: 'people.invite', input: { ...name, tokenHash: 'a'.repeat(64) }, actor: SYSTEM },
    { type: 'people.accept-invite', input: { ...name, userId: id }, actor: SYSTEM },
  ];
};

const BEGINNING: readonly Move[] = [
  {
    type: 'people.create-administrator',
    input: { userId: ADA.id, name: 'Ada', handle: 'ada' },
    actor: SYSTEM,
  },
  ...invitedAs(0x51, REN),
  ...invitedAs(0x52, ROZ),
  ...invitedAs(0x53, CAI),
];

const eachState = (check: (directory: Directory) => void) =>
  fc.property(movesOf(['people'], 150), (moves) => {
    for (const { after } of play<Directory>(DIRECTORY_STREAM, [...BEGINNING, ...moves])) check(after);
  });

const values = <T>(record: Readonly<Record<string, T>>): readonly T[] => Object.values(record);

describe('whatever is done to the directory', () => {
  it('[PPL-11][PPL-12] handles are unique, those of open invites included', () => {
    holds(
      eachState(({ people, invites }) => {
        const handles = [...values(people), ...values(invites)].map(({ handle }) => handle);
        expect(new Set(handles).size).toBe(handles.length);
      }),
      { runs: 100 },
    );
  });

  it('[PPL-22] somebody stays administrator', () => {
    holds(
      eachState((directory) => expect(hasAdministrator(directory)).toBe(true)),
      { runs: 100 },
    );
  });

  it('[PPL-30][PPL-31] team names are unique, and everybody is in a team once', () => {
    holds(
      eachState(({ teams }) => {
        const names = values(teams).map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        for (const { members } of values(teams)) expect(new Set(members).size).toBe(members.length);
      }),
      { runs: 100 },
    );
  });
});
