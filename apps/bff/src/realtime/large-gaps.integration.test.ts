import { expect, test } from 'vitest';
import { fivePeople } from '../testing/five-people.ts';
import { connectLive } from '../testing/live-client.ts';
import { startServer } from '../testing/test-server.ts';

test('[RT-24] a gap of few but large events takes the snapshot: a slow line would be cut in the middle', async () => {
  const server = await startServer();
  const { ren, vic } = await fivePeople(server, await server.signInToken());
  const incidentId = await ren.declares('Much is written');
  const live = await connectLive(vic);
  await server.core.pipeline.appliedUpTo(server.core.log.head());
  await live.subscribe(`incident/${incidentId}`);
  const start = server.core.log.head();
  for (let entry = 0; entry < 14; entry += 1) {
    await ren.does('timeline.add-entry', { incidentId, text: 'x'.repeat(20_000) });
  }
  const end = server.core.log.head();
  await server.core.pipeline.appliedUpTo(end);
  const outcome = async (after: number) => (await live.subscribe(`incident/${incidentId}`, after)).outcome;
  expect([await outcome(end - 2), await outcome(start)]).toEqual(['resumed', 'take-snapshot']);
  live.close();
  await server.stop();
});
