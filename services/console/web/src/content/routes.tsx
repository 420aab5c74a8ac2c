import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const contentRoutes = [
  createRoute({
    getParentRoute,
    path: '/content',
    component: lazyRouteComponent(() => import('./templates/templates-page.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/new',
    component: lazyRouteComponent(() => import('./gallery/gallery-page.tsx'), 'GalleryPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/new/$start',
    component: lazyRouteComponent(() => import('./editor/new-template-page.tsx'), 'NewTemplatePage'),
    validateSearch: (search): { readonly in?: 'en' | 'ko' } =>
      search['in'] === 'en' || search['in'] === 'ko' ? { in: search['in'] } : {},
  }),
  createRoute({
    getParentRoute,
    path: '/content/templates/$templateId',
    component: lazyRouteComponent(() => import('./editor/template-page.tsx'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/files',
    component: lazyRouteComponent(() => import('./files/files-page.tsx'), 'FilesPage'),
  }),
] as const;
