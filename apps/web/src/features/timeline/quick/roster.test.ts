import type { Incident } from '@sitrep/shared/incidents/state';
import { emptyParts } from '@sitrep/shared/rooms/room';
import { REN, ROZ, testId } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from '../quick-entry.ts';
import type { QuickContext } from './area.ts';

const needId = testId(0x96);
const context: QuickContext = {
  now: 0,
  incident: {} as Incident,
  parts: {
    ...emptyParts,
    roster: {
      ...emptyParts.roster,
      needs: [{ id: needId, number: 2, text: 'a DBA', raisedBy: REN.actor.ref, raisedAt: 0, status: 'open' }],
    },
  },
  me: REN.id,
  personOf: (handle) => (handle === 'roz' ? ROZ.id : undefined),
  roles: [
    { id: 'x-dba', name: 'Database lead' },
    { id: 'x-vendor', name: 'Vendor desk' },
  ],
};
const typed = (line: string) => parseQuickEntry(line, 0, context);

describe('needs and people by quick entry', () => {
  it('[ROS-40] raises what is written', () => {
    expect(typed('/need a database engineer')).toMatchObject({
      does: 'send',
      type: 'need.raise',
      command: { text: 'a database engineer' },
    });
    expect(typed('/need')).toMatchObject({ does: 'explain', problem: { code: 'usage' } });
  });

  it('[ROS-41] claims and meets by number', () => {
    expect(typed('/need claim 2')).toMatchObject({ type: 'need.claim', command: { needId } });
    expect(typed('/need met N2')).toMatchObject({ type: 'need.meet', command: { needId } });
    expect(typed('/need claim 7')).toMatchObject({ problem: { code: 'number-unknown', value: 'N7' } });
    expect(typed('/need claim 7 licences')).toMatchObject({ type: 'need.raise' });
  });

  it('[ROS-30] joins and leaves, oneself or somebody else', () => {
    expect(typed('/join')).toMatchObject({ type: 'responder.join', command: { userId: REN.id } });
    expect(typed('/join @Roz')).toMatchObject({ problem: { code: 'handle-unknown' } });
    expect(typed('/leave @roz')).toMatchObject({ type: 'responder.leave', command: { userId: ROZ.id } });
    expect(typed('/join roz')).toMatchObject({ problem: { code: 'usage', command: 'join' } });
  });

  it.each([
    ['/role database lead @roz', { role: 'x-dba', handle: 'roz' }],
    ['/role x-dba @roz', { role: 'x-dba', handle: 'roz' }],
    ['/role vendor', { role: 'x-vendor' }],
    ['/role ven me', { role: 'x-vendor' }],
    ['/role scribe @Roz', { role: 'scribe', handle: 'roz' }],
    ['/role technical lead', { role: 'technical-lead' }],
  ])('[INC-71] %s gives a role by its name', (line, expected) => {
    expect(typed(line)).toEqual({ does: 'give-role', ...expected });
  });

  it.each(['/role', '/role @roz', '/role cook', '/role d'])('[INC-71] %s is explained', (line) => {
    expect(typed(line)).toMatchObject({ does: 'explain', problem: { code: 'usage', command: 'role' } });
  });
});
