import { once } from 'node:events';
import { createServer, Socket, type AddressInfo, type Server } from 'node:net';

/**
 * Somebody's way to the server, which a test can take away. Playwright's own offline mode leaves open WebSockets alone;
 * a real network does not.
 */
export class TcpProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #state: 'open' | 'cut' | 'silent' = 'open';

  private constructor(serverPort: number) {
    this.#server = createServer({ pauseOnConnect: true }, (near) => this.#carry(near, serverPort));
  }

  static async open(serverPort: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(serverPort);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Breaks every connection, and each new one at once. */
  cut(): void {
    this.#state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Connections stay, and nothing comes through: a cable that was pulled, a train in a tunnel. */
  silence(): void {
    this.#state = 'silent';
    for (const socket of this.#sockets) socket.pause();
  }

  restore(): void {
    this.#state = 'open';
    for (const socket of this.#sockets) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(near: Socket, serverPort: number): void {
    if (this.#state === 'cut') {
      near.destroy();
      return;
    }
    const far = new Socket().connect(serverPort, '127.0.0.1');
    this.#join(near, far);
    this.#join(far, near);
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes) => void to.write(bytes));
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    if (this.#state === 'silent') from.pause();
    else from.resume();
  }
}
