import { userInfo } from 'node:os';

/** Name and handle of the first administrator until they say better: those of the account that runs the server. */
export const firstAdministrator = (
  account: () => string = () => userInfo().username,
): { name: string; handle: string } => {
  const username = readable(account);
  const handle = username
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '')
    .slice(0, 39);
  return /^[a-z0-9]/.test(handle) && handle !== 'root' && handle !== 'admin'
    ? { name: username.slice(0, 100), handle }
    : { name: 'Administrator', handle: 'admin' };
};

/** Containers run with numbers that belong to no account; `userInfo` throws for those. */
const readable = (account: () => string): string => {
  try {
    return account();
  } catch {
    return '';
  }
};
