import type { AccountRole } from '@sitrep/shared/kernel/actor';
import type { SessionAnswer } from '@sitrep/shared/protocol/http';
import type { Answer, Call } from './http-call.ts';
import { cookieOf, Person } from './person.ts';
import type { TestServer } from './test-server.ts';

export type FivePeople = Readonly<Record<'ada' | 'cai' | 'ren' | 'mia' | 'vic', Person>>;

const INVITED = [
  ['cai', 'commander'],
  ['ren', 'responder'],
  ['mia', 'manager'],
  ['vic', 'viewer'],
] as const;

type Door = Pick<TestServer, 'port'> & { call(path: string, call?: Call): Promise<Answer> };

export const postOpen = (server: Door, path: string, body: unknown): Promise<Answer> =>
  server.call(`/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-sitrep-client': 'test' },
  });

/** Whoever comes through a door that answers with a session. */
export const personFrom = (server: Door, answer: Answer): Person => {
  const session = answer.json<SessionAnswer>();
  if (answer.status !== 200 || !session.signedIn) throw new Error(`not signed in: ${answer.status} ${answer.text}`);
  return new Person(server.port, session.me.id, session.me.handle, session.me.role, cookieOf(answer));
};

export const signIn = async (server: Door, token: string): Promise<Person> =>
  personFrom(server, await postOpen(server, '/session', { token }));

/** Joins by an invite of an administrator. */
export const join = async (server: Door, inviter: Person, handle: string, role: AccountRole): Promise<Person> => {
  const name = `${handle.charAt(0).toUpperCase()}${handle.slice(1)} ${role}`;
  const { token } = await inviter.does('people.invite', { name, handle, role });
  return personFrom(server, await postOpen(server, '/join', { token, name, handle }));
};

/** Five different people, each by the way that people really come in. */
export const fivePeople = async (server: Door, administratorToken: string): Promise<FivePeople> => {
  const ada = await signIn(server, administratorToken);
  const people: Record<string, Person> = { ada };
  for (const [handle, role] of INVITED) people[handle] = await join(server, ada, handle, role);
  return people as FivePeople;
};

/** The same people, where the server has moved. */
export const movedTo = (people: FivePeople, port: number): FivePeople =>
  Object.fromEntries(Object.entries(people).map(([handle, person]) => [handle, person.at(port)])) as FivePeople;
