import type { UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import { describe, expect, it } from 'vitest';
import { couldDoIt } from './person-field.tsx';

const person = (name: string, role: PersonRow['role'], active = true) =>
  ({ id: name.toLowerCase() as UserId, handle: name.toLowerCase(), name, role, active }) as PersonRow;
const people = new Map(
  [
    person('Tomas', 'responder'),
    person('Ada', 'administrator'),
    person('Carla', 'viewer'),
    person('Gone', 'responder', false),
  ].map((row) => [row.id, row]),
);
const names = (incident: Parameters<typeof couldDoIt>[1]) => couldDoIt(people, incident).map(({ name }) => name);

describe('who is offered for a task, a test or a mitigation', () => {
  it('can respond, and is still here', () => {
    expect(names({ private: false, members: [] })).toEqual(['Ada', 'Tomas']);
  });

  it('sees the incident, where it is private', () => {
    expect(names({ private: true, members: [] })).toEqual(['Ada']);
    expect(names({ private: true, members: ['tomas' as UserId] })).toEqual(['Ada', 'Tomas']);
  });
});
