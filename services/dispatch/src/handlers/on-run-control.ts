import { CampaignRunControlChangedV1, CampaignRunFinishedV1 } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { Controls, Runs } from '../application/ports.ts';

const RunControl = z.discriminatedUnion('type', [CampaignRunControlChangedV1, CampaignRunFinishedV1]);

/** control changed, run finished → what senders look at before every batch. */
export const onRunControl = (
  { controls, runs }: { readonly controls: Controls; readonly runs: Runs },
  edge: QueueEdge,
) =>
  sqsHandler(
    {
      schema: RunControl,
      handle: async ({ type, data }) => {
        const { runId, attempt = 1 } = data;
        if (type === 'campaign_run.control_changed.v1') {
          await controls.change(runId, { control: data.control, revision: data.revision, attempt });
          return;
        }
        // A failed attempt may have a wave under way, which the next one takes up.
        if (data.outcome !== 'failed') await runs.close({ runId, attempt });
      },
    },
    edge,
  );
