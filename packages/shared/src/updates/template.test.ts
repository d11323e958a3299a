import { describe, expect, it } from 'vitest';
import { fillIn, gapsIn, unknownVariables } from './template.ts';

describe('templates', () => {
  it('[UPD-56] fill in what is known, and leave the rest as it stands', () => {
    expect(
      fillIn('{{severity}} since {{ started }}: {{cause}}, {{colour}}', { severity: 'SEV1', started: '12:00' }),
    ).toBe('SEV1 since 12:00: {{cause}}, {{colour}}');
  });

  it('[UPD-56] do not fill in what a value says', () => {
    expect(fillIn('{{title}}', { title: '{{cause}} $& $1', cause: 'no' })).toBe('{{cause}} $& $1');
  });

  it('[UPD-56] name each gap once', () => {
    expect(gapsIn('{{a}} {{b}} {{ a }} {c} {{}}')).toEqual(['a', 'b', '']);
    expect(gapsIn('none')).toEqual([]);
  });

  it('[UPD-57] tell which variables nothing stands behind', () => {
    expect(unknownVariables('{{title}} {{colour}}')).toEqual(['colour']);
  });
});
