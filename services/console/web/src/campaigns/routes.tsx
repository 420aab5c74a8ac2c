import { createRoute } from '@tanstack/react-router';

import { rootRoute } from '../app/root-route.ts';
import { lazyPage } from '../common/lazy-page.ts';
import { FILTERS, type Filter, STEPS, type Step } from './campaign.ts';

type Search = Readonly<Record<string, unknown>>;

/** What is not understood in an address is left out: an old bookmark still leads somewhere. */
const listSearch = ({ status }: Search): { status?: Filter } =>
  FILTERS.flatMap((filter) => (filter === status ? [{ status: filter }] : []))[0] ?? {};

const newSearch = ({ like }: Search): { like?: string } => (typeof like === 'string' ? { like } : {});

const campaignSearch = ({ step }: Search): { step?: Step } =>
  STEPS.flatMap((each) => (each === step ? [{ step: each }] : []))[0] ?? {};

/** The pages of this feature, hung below the root route. */
export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/campaigns',
    validateSearch: listSearch,
    component: lazyPage(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/campaigns/new',
    validateSearch: newSearch,
    component: lazyPage(() => import('./new-campaign-page.tsx'), 'NewCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/campaigns/senders',
    component: lazyPage(() => import('./senders/senders-page.tsx'), 'SendersPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/campaigns/$campaignId',
    validateSearch: campaignSearch,
    component: lazyPage(() => import('./campaign-page.tsx'), 'CampaignPage'),
  }),
] as const;
