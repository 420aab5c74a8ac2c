import { CampaignRunControlChangedV1, CampaignRunFinishedV1, causedBy } from '@bulkhead/contracts';
import { type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { ChangeControl } from '../application/change-control.ts';
import type { Runs } from '../application/ports.ts';
import type { Exclusion } from '../domain/exclusion.ts';

const RunControl = z.discriminatedUnion('type', [CampaignRunControlChangedV1, CampaignRunFinishedV1]);

type Excluded = NonNullable<CampaignRunControlChangedV1['data']['exclude']>;

const toExclusion = ({ domains = [], imports = [] }: Excluded): Exclusion => ({ domains, imports });

/** control changed, run finished → what senders look at before every batch. */
export const onRunControl = (
  { changeControl, runs }: { readonly changeControl: ChangeControl; readonly runs: Pick<Runs, 'close'> },
  edge: QueueEdge,
) =>
  sqsHandler(
    {
      schema: RunControl,
      handle: async (message) => {
        const { type, data } = message;
        const { runId, attempt = 1 } = data;
        if (type === 'campaign_run.control_changed.v1') {
          const { control, revision, exclude } = data;
          const change = { runId, control, revision, attempt, ...(exclude && { exclude: toExclusion(exclude) }) };
          await changeControl(change, causedBy(message));
          return;
        }
        // A failed attempt may have a wave under way, which the next one takes up.
        if (data.outcome !== 'failed') await runs.close({ runId, attempt });
      },
    },
    edge,
  );
