import { describe, expect, it } from 'vitest';
import { IDLE_MS, mayReload, NOT_AGAIN_WITHIN_MS, type IdleFacts } from './idle.ts';

const facts: IdleFacts = {
  now: 1_000_000,
  typedAt: undefined,
  layerOpen: false,
  unsaved: false,
  inField: false,
  hidden: false,
  reloadedAt: undefined,
};

describe('reloading an old page', () => {
  it('[CONN-10] happens at once where nobody types', () => {
    expect(mayReload(facts)).toBe(true);
    expect(mayReload({ ...facts, inField: true })).toBe(true);
    expect(mayReload({ ...facts, typedAt: facts.now })).toBe(true);
  });

  it('[CONN-11] waits while somebody types, until they pause or go elsewhere', () => {
    const typing = { ...facts, inField: true, typedAt: facts.now - IDLE_MS + 1 };
    expect(mayReload(typing)).toBe(false);
    expect(mayReload({ ...typing, now: typing.now + 1 })).toBe(true);
    expect(mayReload({ ...typing, hidden: true })).toBe(true);
  });

  it('[CONN-12] waits while a dialog is open or something would be lost, whatever else', () => {
    expect(mayReload({ ...facts, layerOpen: true, hidden: true })).toBe(false);
    expect(mayReload({ ...facts, unsaved: true, hidden: true })).toBe(false);
  });

  it('[CONN-13] does not happen again at once: then the button remains', () => {
    const again = { ...facts, reloadedAt: facts.now - NOT_AGAIN_WITHIN_MS + 1 };
    expect(mayReload(again)).toBe(false);
    expect(mayReload({ ...again, now: again.now + 1 })).toBe(true);
  });
});
