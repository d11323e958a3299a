import type { Directory, Invite, Person, Team } from './state.ts';

/** What everybody may know of the directory: invites go without their token's hash, and to administrators only. */
export type PersonRow = Person & { readonly kind: 'person' };
export type TeamRow = Team & { readonly kind: 'team' };
export type InviteRow = Omit<Invite, 'tokenHash'>;

export const personRows = (directory: Directory): readonly PersonRow[] =>
  Object.values(directory.people).map((person) => ({ ...person, kind: 'person' }));

export const teamRows = (directory: Directory): readonly TeamRow[] =>
  Object.values(directory.teams).map((team) => ({ ...team, kind: 'team' }));

export const inviteRows = (directory: Directory): readonly InviteRow[] =>
  Object.values(directory.invites).map(({ tokenHash: _hash, ...invite }) => invite);
