import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RunningProgram } from './child-process.ts';
import { Exporter } from './exporter.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

const PROMETHEUS = 'prometheus';
const ALERTMANAGER = 'prometheus-alertmanager';

const READY_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 100;

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Why there can be no `Monitoring` here; nothing where there can. */
export const monitoringIsMissing = (): string | undefined => {
  const missing = [PROMETHEUS, ALERTMANAGER].filter((program) => !onPath(program));
  if (missing.length === 0) return undefined;
  const why = `Not on this machine: ${missing.join(', ')}. On Debian: apt-get install prometheus prometheus-alertmanager`;
  // There they are installed beforehand: a skip would hide that this went wrong.
  if (process.env['CI'] === 'true') throw new Error(why);
  return why;
};

type Receiver = {
  /** Where alerts go. */
  readonly url: string;
  readonly token: string;
};

// JSON is YAML too.
const prometheusConfig = (exporterPort: number, alertmanagerPort: number): string =>
  JSON.stringify({
    global: { scrape_interval: '250ms', scrape_timeout: '250ms', evaluation_interval: '250ms' },
    rule_files: ['rules.yml'],
    scrape_configs: [{ job_name: 'shop', static_configs: [{ targets: [`127.0.0.1:${exporterPort}`] }] }],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${alertmanagerPort}`] }] }] },
  });

const RULES = JSON.stringify({
  groups: [
    {
      name: 'shop',
      rules: [
        {
          alert: 'CheckoutDown',
          expr: 'checkout_up == 0',
          labels: { severity: 'critical', service: 'checkout' },
          annotations: { summary: 'Checkout is down', description: 'No checkout has succeeded.' },
        },
        { alert: 'Watchdog', expr: 'vector(1)', labels: { severity: 'none' } },
      ],
    },
  ],
});

const alertmanagerConfig = ({ url, token }: Receiver): string =>
  JSON.stringify({
    route: {
      receiver: 'sitrep',
      group_by: ['alertname'],
      group_wait: '100ms',
      group_interval: '500ms',
      repeat_interval: '1h',
    },
    receivers: [
      {
        name: 'sitrep',
        webhook_configs: [{ url, send_resolved: true, http_config: { authorization: { credentials: token } } }],
      },
    ],
  });

/**
 * A real Prometheus with a real Alertmanager, watching a shop whose checkout can be broken. A watchdog fires all the time.
 * Both listen on loopback only, on free ports, and keep what they write in a folder of their own.
 */
export class Monitoring {
  readonly #folder: string;
  readonly #exporter: Exporter;
  readonly #programs: readonly RunningProgram[];

  private constructor(folder: string, exporter: Exporter, programs: readonly RunningProgram[]) {
    this.#folder = folder;
    this.#exporter = exporter;
    this.#programs = programs;
  }

  static async start(receiver: Receiver): Promise<Monitoring> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sitrep-monitoring-'));
    const exporter = await Exporter.start('checkout_up');
    const [prometheusPort, alertmanagerPort] = [await freePort(), await freePort()];
    await mkdir(path.join(folder, 'prometheus'));
    await mkdir(path.join(folder, 'alertmanager'));
    await writeFile(path.join(folder, 'prometheus.yml'), prometheusConfig(exporter.port, alertmanagerPort));
    await writeFile(path.join(folder, 'rules.yml'), RULES);
    await writeFile(path.join(folder, 'alertmanager.yml'), alertmanagerConfig(receiver), { mode: 0o600 });
    const alertmanager = new RunningProgram(
      ALERTMANAGER,
      [
        '--config.file=alertmanager.yml',
        '--storage.path=alertmanager',
        `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
        '--cluster.listen-address=',
      ],
      { cwd: folder },
    );
    const prometheus = new RunningProgram(
      PROMETHEUS,
      [
        '--config.file=prometheus.yml',
        '--storage.tsdb.path=prometheus',
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
        '--rules.alert.resend-delay=1s',
      ],
      { cwd: folder },
    );
    const monitoring = new Monitoring(folder, exporter, [prometheus, alertmanager]);
    try {
      await Promise.all([ready(alertmanager, alertmanagerPort), ready(prometheus, prometheusPort)]);
    } catch (error) {
      await monitoring.stop();
      throw error;
    }
    return monitoring;
  }

  /** The rule fires within a second or so. */
  breakCheckout(): void {
    this.#exporter.value = 0;
  }

  /** The alert resolves within a second or so. */
  mendCheckout(): void {
    this.#exporter.value = 1;
  }

  /** What both programs said. */
  get output(): string {
    return this.#programs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.end('SIGTERM')));
    await this.#exporter.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const ready = (program: RunningProgram, port: number): Promise<void> =>
  until(
    async () => {
      if (program.hasEnded) throw new Error(`It did not start:\n${program.stderr}`);
      return (await fetch(`http://127.0.0.1:${port}/-/ready`).catch(() => undefined))?.ok ?? false;
    },
    { within: READY_WITHIN_MS, every: ASK_EVERY_MS, otherwise: () => `It is not ready:\n${program.stderr}` },
  );
