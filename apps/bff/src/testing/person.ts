import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@sitrep/shared/kernel/actor';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { httpCall, type Answer, type Call } from './http-call.ts';

/** Somebody at a browser: a cookie of their own, and the header that pages send. */
export class Person {
  constructor(
    readonly port: number,
    readonly id: UserId,
    readonly handle: string,
    readonly role: AccountRole,
    readonly cookie: string,
  ) {}

  /** The same person, after the server moved to another port. */
  at(port: number): Person {
    return new Person(port, this.id, this.handle, this.role, this.cookie);
  }

  call(path: string, { headers, ...call }: Call = {}): Promise<Answer> {
    const own = { cookie: this.cookie, 'x-sitrep-client': 'test' };
    return httpCall(this.port, path, { ...call, headers: { ...own, ...headers } });
  }

  get(path: string): Promise<Answer> {
    return this.call(`/api/v1${path}`);
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const json = { 'content-type': 'application/json', ...headers };
    return this.call(`/api/v1${path}`, { method: 'POST', body: text, headers: json });
  }

  /** A command, whatever comes of it. */
  command(type: string, input: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.post(`/commands/${type}`, input, { 'idempotency-key': key });
  }

  /** A command that has to be accepted. */
  async does<T extends CommandType>(
    type: T,
    input: Partial<CommandInput<T>> & object,
    key: string = randomUUID(),
  ): Promise<CommandAnswer> {
    const answer = await this.command(type, input, key);
    if (answer.status !== 200) throw new Error(`${this.handle} ${type}: ${answer.status} ${answer.text}`);
    return answer.json<CommandAnswer>();
  }

  async declares(title: string, more: object = {}): Promise<IncidentId> {
    const incidentId = randomUUID() as IncidentId;
    // So slight that Sitrep adds nothing by itself.
    await this.does('incident.declare', { incidentId, title, severity: 4, ...more });
    return incidentId;
  }
}

export const cookieOf = (answer: Answer): string => {
  const [cookie] = answer.headers['set-cookie'] ?? [];
  if (cookie === undefined) throw new Error(`no cookie came: ${answer.status} ${answer.text}`);
  return cookie.slice(0, cookie.indexOf(';'));
};
