import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import * as z from 'zod/mini';
import { BoardFilters } from '../features/board/filters.ts';
import { TimelineSearch } from '../features/timeline/filter/timeline-search.ts';
import { patiently } from '../ui/patiently.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { BoardRoute } from './routes/board-route.tsx';
import { NotFoundRoute } from './routes/not-found-route.tsx';
import { loadRoom } from './load-room.ts';
import { Root } from './root.tsx';
import { RouteFailure } from './route-failure.tsx';
import { SignedInLayout } from './signed-in-layout.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundRoute });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(
    patiently(() => import('./routes/sign-in-route.tsx')),
    'SignInRoute',
  ),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(
    patiently(() => import('./routes/join-route.tsx')),
    'JoinRoute',
  ),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedInLayout });

const board = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: BoardFilters,
  component: BoardRoute,
});
const room = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents/$incident',
  validateSearch: z.extend(TimelineSearch, { at: z.catch(z.optional(z.coerce.string()), undefined) }),
  component: lazyRouteComponent(loadRoom, 'RoomRoute'),
});
/** Outside of the frame: what is printed has nothing around it. */
const printedRoom = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$incident/print',
  component: lazyRouteComponent(
    patiently(() => import('./routes/print-route.tsx')),
    'PrintRoute',
  ),
});
const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  validateSearch: z.object({ view: z.catch(z.optional(z.enum(['active', 'resolved', 'unreadable'])), undefined) }),
  component: lazyRouteComponent(
    patiently(() => import('./routes/alerts-route.tsx')),
    'AlertsRoute',
  ),
});
const history = createRoute({
  getParentRoute: () => signedIn,
  path: '/history',
  validateSearch: z.object({ search: z.catch(z.optional(z.coerce.string()), undefined) }),
  component: lazyRouteComponent(
    patiently(() => import('./routes/history-route.tsx')),
    'HistoryRoute',
  ),
});
const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: lazyRouteComponent(
    patiently(() => import('./routes/people-route.tsx')),
    'PeopleRoute',
  ),
});
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/integrations', replace: true });
  },
});
const responseSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/response/$section',
  component: lazyRouteComponent(
    patiently(() => import('./routes/settings-route.tsx')),
    'SettingsRoute',
  ),
});
const integrations = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/integrations',
  component: lazyRouteComponent(
    patiently(() => import('./routes/integrations-route.tsx')),
    'IntegrationsRoute',
  ),
});
const keyboard = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/keyboard',
  component: lazyRouteComponent(
    patiently(() => import('./routes/keyboard-route.tsx')),
    'KeyboardRoute',
  ),
});
const notFound = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundRoute });

/** Every primitive in every state; the bundle does not know it. */
const primitives = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/ui',
        component: lazyRouteComponent(() => import('./ui-page/ui-page.tsx'), 'UiPage'),
      }),
    ]
  : [];

const routes = root.addChildren([
  ...primitives,
  signIn,
  join,
  printedRoom,
  signedIn.addChildren([
    board,
    room,
    alerts,
    history,
    people,
    settings,
    responseSettings,
    integrations,
    keyboard,
    notFound,
  ]),
]);

export const createAppRouter = () =>
  createRouter({
    routeTree: routes,
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: ({ reset }: ErrorComponentProps) => <RouteFailure onRetry={reset} />,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
