import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { api, ask, askVersioned, tell } from '../../common/api.ts';
import type { RuleGroup } from '../model.ts';
import { FIRST_PAGE, nextOf, pageAt } from '../paging.ts';

export const SEGMENTS = ['audience', 'segments'] as const;

export const segmentsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...SEGMENTS, 'all'],
    queryFn: ({ pageParam }) =>
      ask(api.audience.GET('/api/audience/segments', { params: { query: pageAt(50, pageParam) } })),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextOf,
  });

/** A segment with the version that is saved now. */
export const readSegment = (segmentId: string) =>
  askVersioned(api.audience.GET('/api/audience/segments/{segmentId}', { params: { path: { segmentId } } }));

export const segmentQuery = (segmentId: string) =>
  queryOptions({ queryKey: [...SEGMENTS, segmentId], queryFn: () => readSegment(segmentId) });

export interface SegmentDraft {
  readonly name: string;
  readonly rule: RuleGroup;
}

export const createSegment = (body: SegmentDraft) =>
  askVersioned(api.audience.POST('/api/audience/segments', { body }));

interface Version {
  readonly segmentId: string;
  readonly version: string;
}

const at = ({ segmentId, version }: Version) => ({ path: { segmentId }, header: { 'If-Match': version } });

export const changeSegment = ({ body, ...place }: Version & { readonly body: SegmentDraft }) =>
  askVersioned(api.audience.PUT('/api/audience/segments/{segmentId}', { params: at(place), body }));

export const deleteSegment = (place: Version) =>
  tell(api.audience.DELETE('/api/audience/segments/{segmentId}', { params: at(place) }));

/** How many of some lists would be mailed now; a rule that is not complete is not asked about. */
export const countQuery = (lists: readonly string[], rule: RuleGroup | undefined) =>
  queryOptions({
    queryKey: [...SEGMENTS, 'count', lists, rule],
    queryFn: () =>
      ask(api.audience.POST('/api/audience/segments/preview', { body: { lists: [...lists], ...(rule && { rule }) } })),
    enabled: lists.length > 0 && rule !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
