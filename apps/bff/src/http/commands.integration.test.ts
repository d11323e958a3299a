import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { EventLogFault, type EventLog } from '../ports/event-log.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

/** A log whose next appends can be made to fail, or to wait. */
const planted = { failing: 0, gate: undefined as Promise<void> | undefined };
const wrapLog = (log: EventLog): EventLog =>
  new Proxy(log, {
    get: (target, name) => {
      if (name !== 'append') return bound(target, name);
      return async (...args: Parameters<EventLog['append']>) => {
        const fails = planted.failing > 0;
        if (fails) planted.failing -= 1;
        await planted.gate;
        if (fails) throw new EventLogFault('unavailable', 'planted');
        return target.append(...args);
      };
    },
  });
const bound = (target: EventLog, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
};

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer({ storage: createMemoryStorage(), wrapLog });
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

const eventsOf = async (incidentId: string) => server.core.log.readStream(`incident/${incidentId}`);
const titles = (events: readonly { type: string; data: unknown }[]) =>
  events.map(({ type, data }) => [type, (data as { to?: string }).to]);

describe('a command', () => {
  test('[CMD-1] is answered with its events and their position', async () => {
    const answer = await people.ren.command('incident.declare', { title: 'Checkout fails' });
    const { outcome, events, position } = answer.json<CommandAnswer>();
    expect([answer.status, outcome]).toEqual([200, 'accepted']);
    expect(events.map(({ type }) => type)).toEqual(['incident.declared', 'counter.advanced']);
    expect(position).toBe(events.at(-1)?.position);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('[CMD-2] that changes nothing is answered as unchanged, without events', async () => {
    const incidentId = await people.ren.declares('As it is');
    const { outcome, events } = await people.ren.does('incident.change-title', { incidentId, title: 'As it is' });
    expect([outcome, events]).toEqual(['unchanged', []]);
  });

  test('[CMD-3] that comes again with its key answers what the first one did, and does nothing', async () => {
    const key = randomUUID();
    const incidentId = await people.ren.declares('Once');
    const first = await people.ren.does('incident.change-title', { incidentId, title: 'Twice' }, key);
    await people.ren.does('incident.change-title', { incidentId, title: 'Third' });
    const again = await people.ren.does('incident.change-title', { incidentId, title: 'Twice' }, key);
    expect(again).toEqual({ ...first, outcome: 'repeated' });
    expect(titles(await eventsOf(incidentId)).slice(1)).toEqual([
      ['incident.title-changed', 'Twice'],
      ['incident.title-changed', 'Third'],
    ]);
  });

  test('[CMD-4] sent 20 times at the same moment happens once, and all 20 get the same token', async () => {
    const key = randomUUID();
    const body = { name: 'Zoe', handle: 'zoe' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => people.ada.does('people.invite', body, key)));
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    const late = await people.ada.does('people.invite', body, key);
    expect([late.outcome, late.token]).toEqual(['repeated', answers[0]?.token]);
  });

  test("[CMD-5] with another person's key is another command", async () => {
    const key = randomUUID();
    const a = await people.ren.does('incident.declare', { title: 'Mine' }, key);
    const b = await people.cai.does('incident.declare', { title: 'Mine too' }, key);
    expect(b.outcome).toBe('accepted');
    expect(b.events[0]?.stream).not.toBe(a.events[0]?.stream);
  });

  test('[CMD-6] keys are 1 to 100 visible ASCII characters', async () => {
    for (const [key, status] of [
      ['k'.repeat(100), 200],
      ['k'.repeat(101), 400],
      ['with space', 400],
      ['', 400],
    ] as const) {
      const answer = await people.ren.command('incident.declare', { title: 'Keyed' }, key);
      expect([key.length, answer.status]).toEqual([key.length, status]);
    }
  });

  test('[CMD-7] of 64 writers at once, all are decided in one order, the order of versions', async () => {
    const incidentId = await people.ren.declares('Busy');
    const texts = Array.from({ length: 64 }, (_, index) => `note ${index}`);
    const answers = await Promise.all(
      texts.map((text, index) =>
        (index % 2 === 0 ? people.ren : people.cai).does('timeline.add-entry', { incidentId, text }),
      ),
    );
    const events = (await eventsOf(incidentId)).slice(1);
    expect(events.map(({ version }) => version)).toEqual(texts.map((_, index) => index + 2));
    expect(new Set(events.map(({ data }) => (data as { text: string }).text)).size).toBe(64);
    for (const { events: own } of answers) {
      expect(events.find(({ id }) => id === own[0]?.id)?.version).toBe(own[0]?.version);
    }
  });

  test('[CMD-8] decides on what is under way: of two who take a role, one does', async () => {
    const incidentId = await people.ren.declares('One commander');
    const both = [people.ren, people.cai].map((person) =>
      person.command('incident.take-role', { incidentId, role: 'commander' }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('[CMD-9] a refusal that rests on what is not durable yet waits for it, and is not given where it fails', async () => {
    const incidentId = await people.ren.declares('Not yet durable');
    let open = (): void => undefined;
    planted.gate = new Promise<void>((resolve) => (open = resolve));
    planted.failing = 1;
    const doomed = people.ren.command('incident.take-role', { incidentId, role: 'scribe' });
    await until('the first is on its way to the disk', () => planted.failing === 0);
    let answered = false;
    const second = people.cai.command('incident.take-role', { incidentId, role: 'scribe' });
    void second.then(() => (answered = true));
    await until('the second was decided', async () => (await server.call('/healthz')).status === 200);
    expect(answered).toBe(false);
    open();
    planted.gate = undefined;
    expect((await doomed).status).toBe(503);
    expect((await second).status).toBe(200);
  });

  test('[CMD-10] an append that fails answers 503 with Retry-After, changes nothing, and can be tried again', async () => {
    const incidentId = await people.ren.declares('Flaky disk');
    const key = randomUUID();
    planted.failing = 1;
    const refused = await people.ren.command('incident.change-title', { incidentId, title: 'Better' }, key);
    expect([refused.status, refused.json().code, refused.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    const again = await people.ren.does('incident.change-title', { incidentId, title: 'Better' }, key);
    expect(again.outcome).toBe('accepted');
    const { incident } = (await people.ren.get(`/incidents/${incidentId}`)).json<{ incident: { title: string } }>();
    expect(incident.title).toBe('Better');
    expect(titles(await eventsOf(incidentId))).toHaveLength(2);
  });

  test('[CMD-11] a burst with failures in between leaves state and log in step', async () => {
    const incidentId = await people.ren.declares('Burst');
    const statuses: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      planted.failing = round % 3;
      const burst = Array.from({ length: 12 }, (_, index) =>
        people.ren.command('timeline.add-entry', { incidentId, text: `${round}/${index}` }),
      );
      statuses.push(...(await Promise.all(burst)).map(({ status }) => status));
    }
    planted.failing = 0;
    const accepted = statuses.filter((status) => status === 200).length;
    expect(statuses.every((status) => status === 200 || status === 503 || status === 409)).toBe(true);
    expect((await eventsOf(incidentId)).length - 1).toBe(accepted);
    const last = await people.ren.does('timeline.add-entry', { incidentId, text: 'after all' });
    expect(last.events[0]?.version).toBe(accepted + 2);
  });

  test('[CMD-12] an unknown command is 404 and lists those there are', async () => {
    for (const type of [
      'incident.explode',
      '__proto__',
      'constructor',
      'people.create-administrator',
      'people.accept-invite',
    ]) {
      const answer = await people.ada.command(type, {});
      expect([type, answer.status]).toEqual([type, 404]);
      expect(answer.json().known).toContain('incident.declare');
      expect(answer.json().known).not.toContain('people.accept-invite');
    }
  });

  test('[CMD-13] a wrong field is named by its path', async () => {
    const answer = await people.ren.command('incident.declare', { title: '', severity: 7, services: ['a', 3] });
    expect(answer.status).toBe(400);
    expect(answer.json().faults?.map(({ path }) => path)).toEqual(['title', 'severity', 'services[1]']);
    const slip = await people.ren.command('incident.declare', { title: 'x', sev: 1 });
    expect([slip.status, slip.json().detail]).toEqual([400, 'sev: There is no such field.']);
  });

  test('[CMD-14] bodies are JSON of 256 KiB and depth 32 at most', async () => {
    const at = '/commands/incident.declare';
    const plain = await people.ren.post(at, '{}', { 'content-type': 'text/plain' });
    expect([plain.status, plain.json().code]).toEqual([415, 'unsupported-media-type']);
    const large = await people.ren.post(at, { title: 'x', summary: 'y'.repeat(256 * 1024) });
    expect([large.status, large.json().code]).toEqual([413, 'too-large']);
    const deep = (levels: number) => `{"title":"x","more":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect((await people.ren.post(at, deep(33))).json().detail).toContain('32');
    expect((await people.ren.post(at, deep(32))).json().detail).toBe('more: There is no such field.');
    expect((await people.ren.post(at, '{"title":')).json().code).toBe('invalid');
  });

  test('[CMD-15] keys such as __proto__ do no harm', async () => {
    const body =
      '{"title":"Proto","__proto__":{"private":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const answer = await people.ren.post('/commands/incident.declare', body);
    expect([answer.status, answer.json().detail]).toEqual([400, expect.stringContaining('There is no such field.')]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a forged request', () => {
  const body = JSON.stringify({ title: 'Forged' });
  const forge = (headers: Readonly<Record<string, string>>) =>
    server.call('/api/v1/commands/incident.declare', {
      method: 'POST',
      body,
      headers: { cookie: people.ren.cookie, 'content-type': 'application/json', ...headers },
    });

  test('[CMD-16] without the header of our pages, or from a foreign origin, is refused', async () => {
    const own = { 'x-sitrep-client': 'web' };
    expect((await forge({})).status).toBe(403);
    for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`, `${server.url}0`]) {
      expect([origin, (await forge({ ...own, origin })).status]).toEqual([origin, 403]);
    }
    expect((await forge({ ...own, origin: server.url })).status).toBe(200);
    expect((await forge({ ...own, origin: `https://${server.url.slice('http://'.length)}` })).status).toBe(200);
    const signOut = await server.call('/api/v1/session', { method: 'DELETE', headers: { cookie: people.ren.cookie } });
    expect(signOut.status).toBe(403);
    expect((await people.ren.get('/board')).status).toBe(200);
  });

  test('[CMD-16] a foreign origin is refused without a cookie too, so that nobody is signed in by another site', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
    const answer = await server.call('/api/v1/session', { method: 'POST', body: '{}', headers });
    expect(answer.status).toBe(403);
  });
});

test('[CMD-17] an incident gets the next key of its year, without a gap, also under load', async () => {
  const before = (await people.ren.does('incident.declare', { title: 'First' })).events[0]?.data as { key: string };
  const keys = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { events } = await people.ren.does('incident.declare', { title: 'Next' });
      return events[0] === undefined ? '' : (events[0].data as { key: string }).key;
    }),
  );
  const number = (key: string) => Number(key.slice(-4));
  expect(keys.map(number).toSorted((a, b) => a - b)).toEqual(keys.map((_, index) => number(before.key) + index + 1));
});

test('[CMD-19] an incident is named by its key too, open or closed; an unknown key is like one not to be seen', async () => {
  const keyOf = ({ events: [declared] }: CommandAnswer): string =>
    (declared?.data as { key: string } | undefined)?.key ?? '';
  const key = keyOf(await people.ren.does('incident.declare', { title: 'By key' }));
  const note = (incidentId: string) => people.ren.command('timeline.add-entry', { incidentId, text: 'by key' });
  expect((await note(key)).status).toBe(200);
  await people.cai.does('incident.change-title', { incidentId: key, title: 'Changed by key' });
  await people.cai.does('incident.close', { incidentId: key, as: 'false-alarm', reason: 'none' });
  await people.cai.does('incident.reopen', { incidentId: key, reason: 'it was one' });

  const hidden = await people.ada.does('incident.declare', { title: 'Hidden', private: true });
  const [secret, missing] = await Promise.all([note(keyOf(hidden)), note('INC-2026-9999')]);
  expect([secret.status, secret.text]).toEqual([404, missing.text]);
  expect((await people.ren.command('incident.declare', { title: 'x', incidentId: key })).status).toBe(400);
});

test('[CMD-18] closing as a duplicate of what one may not see is refused as of something missing', async () => {
  const hidden = await people.ada.declares('Hidden', { private: true });
  const incidentId = await people.cai.declares('Seen');
  const close = (otherId: string) => people.cai.command('incident.close', { incidentId, as: 'duplicate', otherId });
  const [secret, missing] = await Promise.all([close(hidden), close(randomUUID() as IncidentId)]);
  expect(secret?.text).toBe(missing?.text);
});
