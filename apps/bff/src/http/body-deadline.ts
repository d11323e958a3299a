import type { RequestHandler } from 'express';

const UPLOAD = /^\/api\/v1\/incidents\/[^/]+\/files\//;

/** Node knows one limit for the bodies of all requests. It is set for files; everything else has to come sooner. */
export const bodyDeadline =
  (withinMs: number): RequestHandler =>
  (request, _response, next) => {
    const mayTakeLong = request.method === 'PUT' && UPLOAD.test(request.path);
    if (!request.complete && !mayTakeLong) {
      const { socket } = request;
      // As Node itself ends what is too slow.
      const cut = (): void => {
        if (!request.complete)
          socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy());
      };
      const deadline = setTimeout(cut, withinMs).unref();
      request.once('close', () => clearTimeout(deadline));
    }
    next();
  };
