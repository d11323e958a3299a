import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

const HOST = /^[\w.:[\]-]{1,260}$/;

/** Older browsers do not count WebSocket to the same host as 'self'. */
const ownSockets = (request: IncomingMessage, _response: ServerResponse): string => {
  const { host } = request.headers;
  return host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
};

type Header = readonly [name: string, value: string];

// Hosts that headers are kept for; whoever sends ever new ones only makes us work them out again.
const HOSTS_KEPT = 50;

/** No inline script or style, no framing, no plug-ins. `secure`: reached over TLS, so browsers may insist on it. */
export const securityHeaders = (secure: boolean): RequestHandler => {
  const byHost = new Map<string | undefined, readonly Header[]>();
  const protect = protection(secure);
  return (request, response, next) => {
    const { host } = request.headers;
    let headers = byHost.get(host);
    if (headers === undefined) {
      headers = collected(protect, request);
      if (byHost.size >= HOSTS_KEPT) byHost.clear();
      byHost.set(host, headers);
    }
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
};

/** What a middleware sets depends on the host alone, so it need not run with every request. */
const collected = (middleware: Protection, request: IncomingMessage): readonly Header[] => {
  const headers: Header[] = [];
  const response = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  middleware(request, response as unknown as ServerResponse, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  return headers;
};

type Protection = ReturnType<typeof protection>;

const protection = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // `blob:` is what people are about to attach.
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ownSockets],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // On plain HTTP in a LAN this would make every request fail.
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // On plain HTTP browsers ignore both, and complain of it in the console of every page.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
