import { QueryClient } from '@tanstack/react-query';

import { ApiProblem } from '../common/problem.ts';

const MOST_RETRIES = 2;

/** Asking again helps only where no answer came or the service was in trouble; what is refused stays refused. */
const isWorthAnotherTry = (failures: number, error: unknown): boolean =>
  failures < MOST_RETRIES && error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: isWorthAnotherTry, refetchOnWindowFocus: true },
    // Not kept until there is a network: what somebody wanted a while ago may be a campaign that goes out.
    mutations: { retry: false, networkMode: 'always' },
  },
});
