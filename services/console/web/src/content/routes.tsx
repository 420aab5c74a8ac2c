import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const contentRoutes = [
  createRoute({
    getParentRoute,
    path: '/content',
    component: lazyPage(() => import('./templates/templates-page.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/new',
    component: lazyPage(() => import('./gallery/gallery-page.tsx'), 'GalleryPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/new/$start',
    component: lazyPage(() => import('./editor/new-template-page.tsx'), 'NewTemplatePage'),
    validateSearch: (search): { readonly in?: 'en' | 'ko' } =>
      search['in'] === 'en' || search['in'] === 'ko' ? { in: search['in'] } : {},
  }),
  createRoute({
    getParentRoute,
    path: '/content/templates/$templateId',
    component: lazyPage(() => import('./editor/template-page.tsx'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/pictures',
    component: lazyPage(() => import('./pictures/pictures-page.tsx'), 'PicturesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/content/files',
    component: lazyPage(() => import('./files/files-page.tsx'), 'FilesPage'),
  }),
] as const;
