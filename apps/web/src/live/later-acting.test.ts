import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it, vi } from 'vitest';
import type { ActingPorts } from './acting.ts';
import { createLaterActing, type CreateActing } from './later-acting.ts';
import type { SendCommand } from './live-client.ts';

const ROOM = '019b2d3e-0000-7000-8000-000000000001' as IncidentId;
const ports = { outbox: {} } as unknown as ActingPorts;

describe('rooms and commands, whose code comes after the first paint', () => {
  it('are there at once where they need not be loaded', () => {
    const sendCommand = vi.fn<SendCommand>();
    const acting = createLaterActing(ports, (() => ({ sendCommand })) as unknown as CreateActing);
    void acting.sendCommand('incident.take-role', { incidentId: ROOM, role: 'commander' });
    expect(sendCommand).toHaveBeenCalledOnce();
  });

  it('say which part did not wait for them', () => {
    const acting = createLaterActing(ports, undefined);
    expect(() => acting.room(ROOM)).toThrow('did not wait');
  });

  it('have nothing to take back before anything was done', async () => {
    const acting = createLaterActing(ports, undefined);
    await expect(acting.undo.undo()).resolves.toBeUndefined();
    expect(acting.undo.getState().stack).toEqual([]);
  });

  it('are loaded by the first command, which then goes', async () => {
    const acting = createLaterActing(
      { ...ports, serverNow: () => 0, overlayContext: () => undefined, session: () => ({ status: 'loading' }) },
      undefined,
    );
    const answer = acting.sendCommand('timeline.add-entry', { incidentId: ROOM, kind: 'note', text: 'All calm' });
    await expect(answer).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
