import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: lazyPage(() => import('./home-page.tsx'), 'HomePage'),
  }),
] as const;
