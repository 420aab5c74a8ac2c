import { createRouter } from '@tanstack/react-router';

import { audienceRoutes } from '../audience/routes.tsx';
import { campaignsRoutes } from '../campaigns/routes.tsx';
import { contentRoutes } from '../content/routes.tsx';
import { homeRoutes } from '../home/routes.tsx';
import { operationsRoutes } from '../operations/routes.tsx';
import { reportsRoutes } from '../reports/routes.tsx';
import { runsRoutes } from '../runs/routes.tsx';
import { rootRoute } from './root-route.ts';

const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...campaignsRoutes,
  ...runsRoutes,
  ...contentRoutes,
  ...audienceRoutes,
  ...reportsRoutes,
  ...operationsRoutes,
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
