import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const audienceRoutes = [
  createRoute({
    getParentRoute,
    path: '/audience',
    component: lazyPage(() => import('./lists/lists-page.tsx'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/lists/$listId',
    component: lazyPage(() => import('./lists/list-page.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/lists/$listId/import',
    component: lazyPage(() => import('./imports/choose-files-page.tsx'), 'ChooseFilesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/imports/$importId',
    component: lazyPage(() => import('./imports/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/contacts',
    component: lazyPage(() => import('./contacts/contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/contacts/$contactId',
    component: lazyPage(() => import('./contacts/contact-page.tsx'), 'ContactPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/segments',
    component: lazyPage(() => import('./segments/segments-page.tsx'), 'SegmentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/segments/new',
    component: lazyPage(() => import('./segments/new-segment-page.tsx'), 'NewSegmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/segments/$segmentId',
    component: lazyPage(() => import('./segments/segment-page.tsx'), 'SegmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/forms',
    component: lazyPage(() => import('./forms/forms-page.tsx'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/forms/new',
    component: lazyPage(() => import('./forms/new-form-page.tsx'), 'NewFormPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/forms/$formId',
    component: lazyPage(() => import('./forms/form-page.tsx'), 'FormPage'),
  }),
] as const;
