import { describe, expect, it } from 'vitest';
import { holdUnsaved, somethingIsUnsaved } from './unsaved.ts';

describe('what would be lost with the page', () => {
  it('is there until the last of it is over, however often that is said', () => {
    const [file, text] = [holdUnsaved(), holdUnsaved()];
    file();
    file();
    expect(somethingIsUnsaved()).toBe(true);
    text();
    expect(somethingIsUnsaved()).toBe(false);
  });
});
