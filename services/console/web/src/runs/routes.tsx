import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';

/** The pages of this feature, hung below the root route. */
export const runsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/runs/$runId',
    component: lazyPage(() => import('./run-page.tsx'), 'RunPage'),
  }),
] as const;
