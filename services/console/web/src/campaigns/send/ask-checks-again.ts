import type { QueryClient } from '@tanstack/react-query';

/**
 * What has stopped a campaign is among its checks by now. Whoever wanted to send it hears that it has failed before that: without a network
 * the checks are asked for again and again.
 */
export const askChecksAgain = (client: QueryClient, campaignId: string): void => {
  void client.invalidateQueries({ queryKey: ['preflight', campaignId] });
};
