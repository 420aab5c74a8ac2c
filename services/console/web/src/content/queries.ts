import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, ask, askVersioned } from '../common/api.ts';

const PAGE = 50;
const FIRST: string | undefined = undefined;

const pageAt = (cursor: string | undefined) => ({
  params: { query: { limit: PAGE, ...(cursor !== undefined && { cursor }) } },
});

export const templatesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['templates', 'listed'],
    queryFn: ({ pageParam }) => ask(api.campaigns.GET('/api/campaigns/templates', pageAt(pageParam))),
    initialPageParam: ((): string | undefined => FIRST)(),
    getNextPageParam: ({ cursor }) => cursor,
  });

/** A template with the version that is saved now. */
export const readTemplate = (templateId: string) =>
  askVersioned(api.campaigns.GET('/api/campaigns/templates/{templateId}', { params: { path: { templateId } } }));

/** A template with the version that was read. Not asked for again by itself: somebody is writing in it. */
export const templateQuery = (templateId: string) =>
  queryOptions({
    queryKey: ['template', templateId, 'written'],
    queryFn: () => readTemplate(templateId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const filesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['media'],
    queryFn: ({ pageParam }) => ask(api.campaigns.GET('/api/campaigns/media', pageAt(pageParam))),
    initialPageParam: ((): string | undefined => FIRST)(),
    getNextPageParam: ({ cursor }) => cursor,
  });

/** Contacts whose address begins so. */
export const contactsQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['contacts', 'chosen', prefix],
    queryFn: () => ask(api.audience.GET('/api/audience/contacts', { params: { query: { prefix, limit: 10 } } })),
    enabled: prefix.length >= 2,
    staleTime: 30_000,
    retry: false,
  });
