import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

const HOST = /^[\w.:[\]-]{1,260}$/;

/** Older browsers do not count WebSocket to the same host as 'self'. */
const ownSockets = (request: IncomingMessage, _response: ServerResponse): string => {
  const { host } = request.headers;
  return host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
};

/** No inline script or style, no framing, no plug-ins. `secure`: reached over TLS, so browsers may insist on it. */
export const securityHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
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
