import { Refusal } from '@sitrep/shared/kernel/errors';
import { hasAdministrator, isActiveAdministrator, personByHandle, type Person } from '@sitrep/shared/people/state';
import { signInAddress } from './addresses.ts';
import type { DirectoryView } from './directory-view.ts';
import type { Sessions } from './sessions.ts';

/**
 * A link for whoever runs the server: it makes the first administrator, later signs in the named person, or else an
 * administrator. Works when nothing else lets anybody in.
 * @throws Refusal `not-found` for a handle that nobody active has
 */
export const makeSignInLink = async (
  { people, sessions }: { readonly people: DirectoryView; readonly sessions: Sessions },
  baseUrl: string,
  handle?: string,
): Promise<string> => {
  const person = hasAdministrator(people.directory) || handle !== undefined ? chosen(people, handle) : null;
  const { token } = await sessions.makeLink(person === null ? null : person.id);
  return signInAddress(baseUrl, token);
};

const chosen = (people: DirectoryView, handle: string | undefined): Person => {
  if (handle === undefined) {
    const administrator = Object.values(people.directory.people).find(isActiveAdministrator);
    if (administrator !== undefined) return administrator;
    throw new Refusal('not-found', 'There is no administrator.');
  }
  const person = personByHandle(people.directory, handle.replace(/^@/, '').toLowerCase());
  if (person?.active === true) return person;
  throw new Refusal('not-found', `Nobody here is called ${handle}.`);
};
