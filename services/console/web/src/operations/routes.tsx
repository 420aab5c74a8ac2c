import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const operationsRoutes = [
  createRoute({
    getParentRoute,
    path: '/operations',
    component: lazyPage(() => import('./dead-letters/queues-page.tsx'), 'QueuesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/dead-letters/$queue',
    component: lazyPage(() => import('./dead-letters/queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/rate',
    component: lazyPage(() => import('./rate-page.tsx'), 'RatePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/events',
    component: lazyPage(() => import('./events-page.tsx'), 'EventsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/audit',
    component: lazyPage(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations/keys',
    component: lazyPage(() => import('./keys/keys-page.tsx'), 'KeysPage'),
  }),
] as const;
