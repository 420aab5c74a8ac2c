import { queryOptions } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';

const FRESH_MS = 5 * 60_000;

/** What a mail program posts when its reader presses its own button (RFC 8058). */
const ONE_CLICK = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'List-Unsubscribe=One-Click',
  credentials: 'omit',
} as const;

/**
 * Whether the link that every mail brings along answers a real request as it must. By this link nobody leaves.
 * It is asked at the console's own address: a page may not ask others, and both lead to the same function.
 */
export const oneClickQuery = () =>
  queryOptions({
    queryKey: ['one-click'],
    queryFn: async () => {
      const { url } = await ask(api.audience.GET('/api/audience/one-click-check'));
      const { ok } = await fetch(new URL(url).pathname, ONE_CLICK);
      return { works: ok };
    },
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
  });
