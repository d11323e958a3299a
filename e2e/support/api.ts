import type { APIRequestContext } from '@playwright/test';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';

/** The interface that the pages use, as whoever is signed in there: for what a test needs and is not about. */
export class Api {
  constructor(
    readonly requests: APIRequestContext,
    readonly address: string,
  ) {}

  async command(type: string, input: Readonly<Record<string, unknown>>): Promise<CommandAnswer> {
    return (await this.post(`/api/v1/commands/${type}`, input)) as CommandAnswer;
  }

  async get(path: string): Promise<unknown> {
    return this.#answer(path, await this.requests.get(`${this.address}${path}`));
  }

  async post(path: string, data: unknown): Promise<unknown> {
    const headers = { 'X-Sitrep-Client': 'e2e', Origin: this.address };
    return this.#answer(path, await this.requests.post(`${this.address}${path}`, { data, headers }));
  }

  async #answer(path: string, response: Awaited<ReturnType<APIRequestContext['get']>>): Promise<unknown> {
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
    return response.json();
  }
}
