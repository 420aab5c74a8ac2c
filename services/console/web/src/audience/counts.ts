import type { QueryClient } from '@tanstack/react-query';

/** What other pages count and check from people, lists and segments, by the keys of their queries. */
const COUNTED = [
  ['audience', 'segments', 'count'],
  ['audience-estimate'],
  ['audience-values'],
  ['audience-zones'],
  ['preflight'],
] as const;

/** People or segments have changed: what is counted from them is asked for anew where it is next shown. */
export const countAnew = (queries: QueryClient): void => {
  for (const queryKey of COUNTED) void queries.invalidateQueries({ queryKey });
};
