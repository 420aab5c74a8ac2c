import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  }),
] as const;
