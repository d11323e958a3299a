import { unreachable } from './command-problem.ts';
import type { Link, OpenLink } from './link.ts';

/** Links whose code arrives after the first paint: until then each is as one that is not connected yet. */
export const lazyLink =
  (load: () => Promise<OpenLink>): OpenLink =>
  (events) => {
    let link: Link | undefined;
    let closed = false;
    load().then(
      (open) => {
        if (!closed) link = open(events);
      },
      () => {
        if (!closed) events.onLost(undefined);
      },
    );
    return {
      isConnected: () => link?.isConnected() ?? false,
      subscribe: (request) => (link === undefined ? Promise.reject(unreachable()) : link.subscribe(request)),
      unsubscribe: (topic) => link?.unsubscribe(topic),
      joinPresence: (report) => (link === undefined ? Promise.reject(unreachable()) : link.joinPresence(report)),
      reportPresence: (report) => link?.reportPresence(report),
      leavePresence: (incidentId) => link?.leavePresence(incidentId),
      close: () => {
        closed = true;
        link?.close();
      },
    };
  };
