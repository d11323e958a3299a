import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangesAnswer } from '@sitrep/shared/protocol/http';
import { hasNews } from '@sitrep/shared/rooms/what-changed';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { LeapingClock } from '../testing/leaping-clock.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

const clock = new LeapingClock();
let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer({ clock });
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

const changes = async (person: Person, id: string, since?: number) =>
  person.get(`/incidents/${id}/changes${since === undefined ? '' : `?since=${since}`}`);

describe('what changed since', () => {
  test('[SINCE-6] is answered between a version and now', async () => {
    const { ren, cai, vic } = people;
    const incidentId = await ren.declares('Checkout fails');
    await cai.does('incident.change-severity', { incidentId, severity: 3 });
    await cai.does('timeline.add-entry', { incidentId, kind: 'decision', text: 'Roll back' });
    const all = (await changes(vic, incidentId)).json<ChangesAnswer>();
    expect(all).toMatchObject({ since: 0, until: 3, entries: 3, decisionCount: 1, newPeople: [cai.id] });
    expect(all.severity).toMatchObject({ to: 3 });
    const later = (await changes(vic, incidentId, 2)).json<ChangesAnswer>();
    expect(later).toMatchObject({ since: 2, until: 3, entries: 1, newPeople: [], position: server.core.log.head() });
    expect(later).not.toHaveProperty('severity');
  });

  test('[SINCE-7] is nothing for whoever saw more than there is, as after a restore from a backup', async () => {
    const { ren, vic } = people;
    const incidentId = await ren.declares('Restored');
    await ren.does('incident.change-severity', { incidentId, severity: 3 });
    const answer = (await changes(vic, incidentId, 99)).json<ChangesAnswer>();
    expect(answer).toMatchObject({ since: 2, until: 2, entries: 0, decisionCount: 0, newPeople: [] });
    expect(hasNews(answer)).toBe(false);
  });

  test('[SINCE-6] refuses what is no version, and shows nobody what is not theirs', async () => {
    const { ren, vic } = people;
    const secret = await ren.declares('Members only', { private: true });
    const [hidden, missing] = [
      await changes(vic, secret, 1),
      await changes(vic, '0199c0de-0000-7000-8000-00000000dead', 1),
    ];
    expect(hidden.status).toBe(404);
    expect(hidden.json<object>()).toEqual(missing.json<object>());
    expect((await ren.get(`/incidents/${secret}/changes?since=x`)).status).toBe(400);
  });
});
