import { describe, expect, it, vi } from 'vitest';
import { guard } from './use-drop-guard.ts';

const drop = (types: readonly string[], defaultPrevented = false) => {
  const event = {
    defaultPrevented,
    dataTransfer: { types, dropEffect: 'copy' } as unknown as DataTransfer,
    preventDefault: vi.fn<() => void>(),
  };
  guard(event);
  return { prevented: event.preventDefault.mock.calls.length > 0, effect: event.dataTransfer.dropEffect };
};

describe('what is dropped', () => {
  it('takes the place of the page nowhere, where it is a file', () => {
    expect(drop(['Files'])).toEqual({ prevented: true, effect: 'none' });
  });

  it('is left to who takes it, and words to the field below them', () => {
    expect(drop(['Files'], true)).toEqual({ prevented: false, effect: 'copy' });
    expect(drop(['text/plain'])).toEqual({ prevented: false, effect: 'copy' });
  });
});
