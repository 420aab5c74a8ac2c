import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';

const getParentRoute = () => rootRoute;

/** The pages of this feature, hung below the root route. */
export const audienceRoutes = [
  createRoute({
    getParentRoute,
    path: '/audience',
    component: lazyRouteComponent(() => import('./lists/lists-page.tsx'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/lists/$listId',
    component: lazyRouteComponent(() => import('./lists/list-page.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/lists/$listId/import',
    component: lazyRouteComponent(() => import('./imports/choose-files-page.tsx'), 'ChooseFilesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/imports/$importId',
    component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/contacts',
    component: lazyRouteComponent(() => import('./contacts/contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/contacts/$contactId',
    component: lazyRouteComponent(() => import('./contacts/contact-page.tsx'), 'ContactPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/segments',
    component: lazyRouteComponent(() => import('./segments/segments-page.tsx'), 'SegmentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/segments/new',
    component: lazyRouteComponent(() => import('./segments/new-segment-page.tsx'), 'NewSegmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/segments/$segmentId',
    component: lazyRouteComponent(() => import('./segments/segment-page.tsx'), 'SegmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/forms',
    component: lazyRouteComponent(() => import('./forms/forms-page.tsx'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/forms/new',
    component: lazyRouteComponent(() => import('./forms/new-form-page.tsx'), 'NewFormPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audience/forms/$formId',
    component: lazyRouteComponent(() => import('./forms/form-page.tsx'), 'FormPage'),
  }),
] as const;
