import type { MiddlewareObj } from '@middy/core';

import type { Edge } from './edge.ts';

/**
 * Flushes metrics at the end of every invocation and says when one failed.
 * Never logs the event: it holds people's addresses. A log line per successful invocation would only cost money.
 */
export const invocation = ({ log, meters }: Edge): MiddlewareObj => ({
  after: () => meters.flush(),
  onError: ({ error }) => {
    log.error('invocation_failed', { error: error?.name ?? 'unknown', ...codeOf(error) });
    meters.count('InvocationsFailed');
    meters.flush();
  },
});

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? { code: error.code }
    : {};
