import { createRootRoute } from '@tanstack/react-router';

import { Layout } from './layout/layout.tsx';
import { NotFound } from './not-found.tsx';
import { PageCrashed } from './page-crashed.tsx';

/** Every feature hangs its routes below this one. */
export const rootRoute = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  errorComponent: PageCrashed,
});
