import { EntryId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { newId, uuidV7 } from './ids.ts';

describe('ids', () => {
  it('[LIVE-51] carry version, variant and the time, so that they sort by it', () => {
    const random = new Uint8Array(10).fill(0xff);
    expect(uuidV7(0x0199_c0de_0000, random)).toBe('0199c0de-0000-7fff-bfff-ffffffffffff');
    expect(uuidV7(Date.UTC(2026, 0), random) < uuidV7(Date.UTC(2026, 0) + 1, random)).toBe(true);
  });

  it('[LIVE-51] are what the schemas take, and new each time', () => {
    const ids = Array.from({ length: 50 }, newId);
    for (const id of ids) expect(EntryId.safeParse(id).success).toBe(true);
    expect(new Set(ids).size).toBe(50);
  });
});
