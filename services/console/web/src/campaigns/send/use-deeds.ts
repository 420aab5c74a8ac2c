import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api, ask } from '../../common/api.ts';
import type { Status } from '../campaign.ts';
import { campaignQuery, readCampaign } from '../queries.ts';
import { askChecksAgain } from './ask-checks-again.ts';
import type { Wish } from './send-wish.ts';
import { untilTaken } from './until-taken.ts';

interface Seen {
  readonly campaignId: string;
  /** What the person has looked at: what somebody else has changed since is not sent. */
  readonly version: string;
}

const at = ({ campaignId, version }: Seen) => ({
  params: { path: { campaignId }, header: { 'If-Match': version } },
});

/** After whatever happens to a campaign, it and the list of all are asked for again. */
const useAfterwards = (campaignId: string) => {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['campaign', campaignId] });
    void client.invalidateQueries({ queryKey: ['campaigns'] });
  };
};

const LOOK_MS = 500;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_MS));

/** The same once the campaign has heard of it, or has had time to; answers what it is then, if it has. */
const useOnceTaken = ({ campaignId, version }: Seen) => {
  const client = useQueryClient();
  const afterwards = useAfterwards(campaignId);
  // Not through the query, which may wait for a network already: nobody is kept in a dialog for what was accepted.
  const look = () => readCampaign(campaignId);
  return async () => {
    const taken = await untilTaken(version, { look, pause });
    if (taken !== undefined) client.setQueryData(campaignQuery(campaignId).queryKey, taken);
    afterwards();
    return taken?.data.status;
  };
};

/** `onLaunched` is heard before anything is asked for again: what is on its way has no dialog that launches it, and nobody there who listens. */
export const useLaunch = (seen: Seen, onLaunched: (runId: string) => void) => {
  const client = useQueryClient();
  const afterwards = useAfterwards(seen.campaignId);
  return useMutation({
    mutationFn: () => ask(api.campaigns.POST('/api/campaigns/campaigns/{campaignId}/launch', at(seen))),
    onSuccess: ({ runId }) => {
      onLaunched(runId);
      afterwards();
    },
    onError: () => askChecksAgain(client, seen.campaignId),
  });
};

/** `onDone` is heard even where the page has gone on by then. */
export const useSchedule = (seen: Seen, onDone: (next: Status | undefined) => void) => {
  const client = useQueryClient();
  const onceTaken = useOnceTaken(seen);
  return useMutation({
    mutationFn: (wish: Wish) =>
      ask(
        api.campaigns.POST('/api/campaigns/campaigns/{campaignId}/schedule', {
          ...at(seen),
          body: 'sendAt' in wish ? { sendAt: wish.sendAt.toISOString() } : wish,
        }),
      ),
    onSuccess: async () => {
      onDone(await onceTaken());
    },
    onError: () => askChecksAgain(client, seen.campaignId),
  });
};

/** `onDone` is heard even where the page has gone on by then: a draft has no button that takes a time back. */
export const useUnschedule = (seen: Seen, onDone: (next: Status | undefined) => void) => {
  const onceTaken = useOnceTaken(seen);
  return useMutation({
    mutationFn: () => ask(api.campaigns.DELETE('/api/campaigns/campaigns/{campaignId}/schedule', at(seen))),
    onSuccess: async () => {
      onDone(await onceTaken());
    },
  });
};
