import { describe, expect, it } from 'vitest';
import { customName, initialsOf } from './role-names.ts';

describe('names of roles of the settings', () => {
  it('[INC-71] come from the settings; one that is there no more is called by its id', () => {
    expect(customName('x-dba', [{ id: 'x-dba', name: 'Database lead' }])).toBe('Database lead');
    expect(customName('x-vendor-desk', [])).toBe('vendor desk');
  });

  it.each([
    ['Database lead', 'DL'],
    ['Vendors', 'VEN'],
    ['On call  for the north-east', 'OCF'],
    ['é', 'É'],
    ['', ''],
  ])('%j is short %s', (name, short) => {
    expect(initialsOf(name)).toBe(short);
  });
});
