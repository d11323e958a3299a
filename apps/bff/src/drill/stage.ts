import type { App } from '../app.ts';
import type { Core } from '../core.ts';
import type { DrillClock } from './drill-clock.ts';
import type { Stage } from './player.ts';

type Deps = {
  readonly core: Core;
  readonly app: Pick<App, 'alerts' | 'reactions' | 'clocks'>;
  readonly clock: DrillClock;
  /** Where this server listens. */
  readonly url: string;
};

/** A server that runs in this process. Alerts come in over HTTP, as from any monitoring tool. */
export const stageOf = ({ core, app, clock, url }: Deps): Stage => ({
  bus: core.bus,
  clock,
  incidentOfGroup: (group) => core.index.incidentForGroup(group),
  actorOf: (id) => core.people.actor(id),
  send: async ({ source, token, body }) => {
    const answer = await fetch(`${url}/api/v1/ingest/${source}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The alerts of the story were answered with ${answer.status}.`);
  },
  settled: async () => {
    await app.alerts.handled();
    await app.reactions.handled();
    await app.clocks.handled();
  },
  nextDueAt: () => app.clocks.nextDueAt(),
});
