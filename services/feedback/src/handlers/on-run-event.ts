import { CampaignRunFinishedV1, CampaignRunStartedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Runs } from '../application/ports.ts';

const RunEvent = z.discriminatedUnion('type', [CampaignRunStartedV1, CampaignRunFinishedV1]);

/** campaign run started, finished → the head of its report. */
export const onRunEvent = (runs: Pick<Runs, 'noteStart' | 'noteEnd'>, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: RunEvent,
      handle: async ({ type, data, time, correlationid }) => {
        const at = new Date(time);
        if (type === 'campaign_run.finished.v1') return runs.noteEnd({ ...data, at });

        const { runId, campaignId, campaignName } = data;
        return runs.noteStart({ runId, campaignId, campaignName, at, correlationId: correlationid });
      },
    },
    edge,
  );
