import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of metrics for Prometheus with one gauge, which a test turns. */
export class Exporter {
  readonly #server: Server;
  value = 1;

  private constructor(metric: string) {
    this.#server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/plain; version=0.0.4');
      response.end(`# TYPE ${metric} gauge\n${metric} ${this.value}\n`);
    });
  }

  static async start(metric: string): Promise<Exporter> {
    const exporter = new Exporter(metric);
    await new Promise<void>((resolve) => exporter.#server.listen(0, '127.0.0.1', resolve));
    return exporter;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
