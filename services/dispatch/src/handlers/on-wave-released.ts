import { CampaignRunWaveReleasedV1, causedBy } from '@bulkhead/contracts';
import { PermanentError, type QueueEdge, sqsHandler } from '@bulkhead/lambda-kit';

import type { ReleaseWave } from '../application/release-wave.ts';
import type { Run } from '../domain/run.ts';
import type { DoubtWishes } from '../domain/settle-doubt.ts';
import { reconsideredIn } from './reconsidered.ts';

type Released = CampaignRunWaveReleasedV1['data'];

/** wave released → chunk messages. */
export const onWaveReleased = (releaseWave: ReleaseWave, edge: QueueEdge) =>
  sqsHandler(
    {
      schema: CampaignRunWaveReleasedV1,
      handle: async (message) => {
        const { wave, final, chunks, reconsider: wanted, readmit, ...run } = message.data;
        const reconsider = reconsideredIn({ reconsider: wanted, readmit });
        const outcome = await releaseWave({ run: toRun(run), wave, final, chunks, reconsider }, causedBy(message));
        if (outcome !== 'chunk_unknown') return;

        throw new PermanentError({
          code: outcome,
          message: 'The wave names chunks that its snapshot does not have',
          details: { runId: run.runId, wave },
        });
      },
    },
    edge,
  );

const toRun = ({
  runId,
  campaignId,
  attempt = 1,
  manifest,
  content,
  doubt,
}: Omit<Released, 'wave' | 'final' | 'chunks' | 'reconsider' | 'readmit'>): Run => ({
  runId,
  campaignId,
  attempt,
  manifest,
  content,
  ...(doubt && { doubt: toWishes(doubt) }),
});

const toWishes = ({ policy, settleSeconds }: NonNullable<Released['doubt']>): DoubtWishes => ({
  ...(policy && { policy }),
  ...(settleSeconds !== undefined && { settleMs: settleSeconds * 1_000 }),
});
