import { expect, test } from 'vitest';
import { firstAdministrator } from './first-administrator.ts';

test.each([
  ['Ana.B', { name: 'Ana.B', handle: 'ana.b' }],
  ['root', { name: 'Administrator', handle: 'admin' }],
  ['_www', { name: 'Administrator', handle: 'admin' }],
  ['', { name: 'Administrator', handle: 'admin' }],
])('the account %j makes a first administrator', (account, expected) => {
  expect(firstAdministrator(() => account)).toEqual(expected);
});

test('a number without an account, as containers run with, does too', () => {
  const nobody = () => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  expect(firstAdministrator(nobody)).toEqual({ name: 'Administrator', handle: 'admin' });
});
