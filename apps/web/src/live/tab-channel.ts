import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import type { ProblemInfo } from './command-problem.ts';

/** What the tabs of one person tell each other about the outbox that they share. */
export type TabMessage =
  /** Something was written, taken back or shall be tried now. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'accepted'; readonly commandId: string; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly commandId: string; readonly problem: ProblemInfo };

export type TabChannel = { readonly post: (message: TabMessage) => void; readonly close: () => void };

export type OpenTabChannel = (name: string, hear: (message: TabMessage) => void) => TabChannel;

export const openBroadcastChannel: OpenTabChannel = (name, hear) => {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data));
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
};
