import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const operationsRoutes = [
  createRoute({
    getParentRoute,
    path: '/operations',
    component: lazyRouteComponent(() => import('./dead-letters/queues-page.tsx'), 'QueuesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/dead-letters/$queue',
    component: lazyRouteComponent(() => import('./dead-letters/queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/rate',
    component: lazyRouteComponent(() => import('./rate-page.tsx'), 'RatePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/events',
    component: lazyRouteComponent(() => import('./events-page.tsx'), 'EventsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/audit',
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/keys',
    component: lazyRouteComponent(() => import('./keys/keys-page.tsx'), 'KeysPage'),
  }),
] as const;
