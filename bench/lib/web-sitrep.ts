import { noteText, Sitrep } from './sitrep.ts';
import { ROWS, type WebSite } from './web-site.ts';
import type { Posting } from './writers.ts';

const SERVICES = ['checkout', 'payments', 'ledger', 'login', 'search'];
const ENTRIES = 200;
/** One change of a board in so many is not a note. */
const MOVES_EVERY = 10;

/** The product as on a bad afternoon: 30 open incidents of every severity, half of them led, one with a long timeline. */
export const startSitrepSite = async (): Promise<WebSite> => {
  const sitrep = await Sitrep.start();
  await declareThirty(sitrep);
  const [room = ''] = sitrep.incidents;
  for (let n = 0; n < ENTRIES; n += 1) {
    await sitrep.command('timeline.add-entry', { incidentId: room, text: noteText() });
  }
  const { token } = (await sitrep.command('integration.create', {
    name: 'Production',
    source: 'alertmanager',
  })) as { token: string };
  return {
    name: 'sitrep',
    pid: sitrep.pid,
    port: sitrep.port,
    cookies: sitrep.cookies,
    room: `/incidents/${room}`,
    notes: command(sitrep, 'timeline.add-entry', () => ({ incidentId: room, text: noteText() })),
    changes: (n) => (n % MOVES_EVERY === 0 ? move : note)(sitrep)(n),
    openByAlert: (title) => postAlert(sitrep.port, token, title),
    stop: () => sitrep.stop(),
  };
};

const declareThirty = async (sitrep: Sitrep): Promise<void> => {
  const ids: string[] = [];
  for (let n = 0; n < ROWS; n += 1) {
    const answer = await sitrep.command('incident.declare', {
      title: `Checkout answers slowly ${n}`,
      severity: (n % 4) + 1,
      services: [SERVICES[n % SERVICES.length]],
    });
    const incidentId = (answer as { events: { stream: string }[] }).events[0]?.stream.split('/')[1] ?? '';
    ids.push(incidentId);
    if (n % 2 === 0) await sitrep.command('incident.take-role', { incidentId, role: 'commander' });
  }
  sitrep.incidents = ids;
};

/** By somebody else than the first two, who look on. */
const command =
  (sitrep: Sitrep, type: string, fields: (n: number) => object): Posting =>
  (n) => ({
    path: `/api/v1/commands/${type}`,
    headers:
      `Cookie: ${sitrep.cookies[2 + (n % (sitrep.cookies.length - 2))]}\r\nOrigin: http://127.0.0.1:${sitrep.port}\r\n` +
      `X-Sitrep-Client: bench\r\nIdempotency-Key: web-${n}\r\n`,
    body: JSON.stringify(fields(n)),
  });

const incidentAt = (sitrep: Sitrep, n: number): string => sitrep.incidents[n % ROWS] ?? '';

const note = (sitrep: Sitrep): Posting =>
  command(sitrep, 'timeline.add-entry', (n) => ({ incidentId: incidentAt(sitrep, n), text: noteText() }));

/** Severities and statuses in turn, over all incidents. */
const move =
  (sitrep: Sitrep): Posting =>
  (n) => {
    const turn = n / MOVES_EVERY;
    const incidentId = incidentAt(sitrep, turn * 7);
    const reason = 'Fewer customers than we thought';
    const severity = { incidentId, severity: ((turn >> 1) % 4) + 1, reason };
    const status = { incidentId, status: turn % (2 * ROWS) < ROWS ? 'investigating' : 'detected', reason };
    return turn % 2 === 1
      ? command(sitrep, 'incident.change-severity', () => severity)(n)
      : command(sitrep, 'incident.change-status', () => status)(n);
  };

const postAlert = async (port: number, token: string, title: string): Promise<void> => {
  const name = title.replaceAll(' ', '');
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/ingest/alertmanager`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      version: '4',
      status: 'firing',
      groupKey: `{}:{alertname="${name}"}`,
      groupLabels: { alertname: name },
      commonLabels: { alertname: name },
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example.org:9093',
      truncatedAlerts: 0,
      alerts: [
        {
          status: 'firing',
          labels: { alertname: name, severity: 'critical', service: name },
          annotations: { summary: title },
          startsAt: new Date().toISOString(),
          endsAt: '0001-01-01T00:00:00Z',
          fingerprint: name,
        },
      ],
    }),
  });
  if (!response.ok) throw new Error(`the alert was answered with ${response.status}: ${await response.text()}`);
};
