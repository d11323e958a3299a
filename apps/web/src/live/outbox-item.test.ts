import { describe, expect, it } from 'vitest';
import { writtenIn } from './outbox-item.ts';

describe('what somebody wrote into a command that was refused', () => {
  it('is a text, or what it is called elsewhere', () => {
    expect(writtenIn({ incidentId: '1', text: 'Payments fail' })).toBe('Payments fail');
    expect(writtenIn({ mitigationId: '1', reason: 'It restarts the primary' })).toBe('It restarts the primary');
  });

  it('is all of it', () => {
    expect(writtenIn({ title: 'Restarted web', reason: 'Nobody answered' })).toBe('Restarted web\nNobody answered');
  });

  it('is nothing where nobody wrote', () => {
    expect(writtenIn({ taskId: '1', reason: '' })).toBeUndefined();
  });
});
