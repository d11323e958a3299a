import type { LiveClient } from './live-client.ts';

export type LiveClientOptions = {
  /** Where the server is; the page's own origin unless told otherwise. */
  readonly origin?: string;
};

export declare const createLiveClient: (options?: LiveClientOptions) => LiveClient;
