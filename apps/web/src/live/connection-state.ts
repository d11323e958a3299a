import { STALE_AFTER_MS } from '@sitrep/shared/protocol/socket';
import type { ConnectionState } from './live-client.ts';

export const OFFLINE_AFTER_MS = 15_000;

export type ConnectionFacts = {
  readonly former: ConnectionState['status'];
  readonly isConnected: boolean;
  /** Since the last sign of life; since the beginning where there was none. */
  readonly silentMs: number;
  /** How long something on screen may have been behind the server; nothing where all is in step. */
  readonly behindMs: number | undefined;
};

/** What is true to say of the connection. */
export const connectionStatus = ({
  former,
  isConnected,
  silentMs,
  behindMs,
}: ConnectionFacts): ConnectionState['status'] => {
  const age = Math.max(silentMs, behindMs ?? 0);
  if (age > OFFLINE_AFTER_MS) return 'offline';
  // A gap that closes at once is no interruption; after one, live means: everything has caught up.
  const inStep = behindMs === undefined || former === 'live';
  if (isConnected && inStep && age <= STALE_AFTER_MS) return 'live';
  return former === 'connecting' ? 'connecting' : 'reconnecting';
};
