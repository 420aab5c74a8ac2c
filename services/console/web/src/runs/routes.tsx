import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';

/** The pages of this feature, hung below the root route. */
export const runsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/runs/$runId',
    component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
  }),
] as const;
