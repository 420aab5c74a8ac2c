import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';
import { type ReportSearch, readPart } from './search.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const reportsRoutes = [
  createRoute({
    getParentRoute,
    path: '/reports',
    component: lazyPage(() => import('./reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/compare',
    component: lazyPage(() => import('./compare/compare-page.tsx'), 'ComparePage'),
    validateSearch: (search): { readonly runs: string } => ({
      runs: typeof search['runs'] === 'string' ? search['runs'] : '',
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/reports/$runId',
    component: lazyPage(() => import('./report-page.tsx'), 'ReportPage'),
    validateSearch: (search): ReportSearch => readPart(search),
  }),
] as const;
