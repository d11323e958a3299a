import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';

/** What a page says of a network that is not there. */
export const OUTAGE = /net::ERR_(CONNECTION|EMPTY|SOCKET|INCOMPLETE)|WebSocket connection to/;

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

const wordsOf = ({ name, message, stack }: Error): string => `${name}: ${message}\n${stack ?? ''}`;

/** Every console error, page error, failed request and breach of the content security policy of one person's pages. */
export class PageWatch {
  readonly #faults: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => this.#heard(message));
    context.on('weberror', (fault) => this.#faults.push(`page error: ${wordsOf(fault.error())}`));
    context.on('requestfailed', (request) => this.#failed(request));
  }

  /** From here on, and only for this person: such faults are what the test is about. */
  expects(fault: RegExp): void {
    this.#expected.push(fault);
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  #note(fault: string): void {
    if (!this.#expected.some((pattern) => pattern.test(fault))) this.#faults.push(fault);
  }

  // Chromium reports each answer of 400 and above here, and what the content security policy held back.
  #heard(message: ConsoleMessage): void {
    const kind = message.type();
    if (kind !== 'error' && kind !== 'warning') return;
    this.#note(`console ${kind}: ${message.text()} (${pathOf(message.location().url)})`);
  }

  #failed(request: Request): void {
    const why = request.failure()?.errorText ?? 'failed';
    // A page that is left lets go of what it had asked for.
    if (why !== 'net::ERR_ABORTED') this.#note(`request failed: ${request.method()} ${pathOf(request.url())}: ${why}`);
  }
}
