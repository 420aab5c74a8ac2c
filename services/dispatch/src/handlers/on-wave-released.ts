import { CampaignRunWaveReleasedV1, causedBy } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { ReleaseWave } from '../application/release-wave.ts';

/** wave released → chunk messages. */
export const onWaveReleased = (releaseWave: ReleaseWave, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: CampaignRunWaveReleasedV1,
      handle: async (message) => {
        const { runId, campaignId, manifest, content, wave, final, chunks } = message.data;
        const run = { runId, campaignId, manifest, content };
        const outcome = await releaseWave({ run, wave, final, chunks }, causedBy(message));
        if (outcome !== 'chunk_unknown') return;

        throw new PermanentError({
          code: outcome,
          message: 'The wave names chunks that its snapshot does not have',
          details: { runId, wave },
        });
      },
    },
    edge,
  );
