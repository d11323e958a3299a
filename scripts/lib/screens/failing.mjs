/** What a server in trouble answers to everything but the question of who is signed in, and to its live line. */
const PROBLEM = {
  type: 'about:blank',
  title: 'Sitrep failed',
  status: 500,
  code: 'internal',
  detail: 'Sitrep failed on this request; its log says more.',
};

/** @param {import('@playwright/test').BrowserContext} context */
export const failRequests = async (context) => {
  await context.route(
    (url) => url.pathname.startsWith('/api/v1/') && url.pathname !== '/api/v1/session',
    (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(PROBLEM) }),
  );
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
};
