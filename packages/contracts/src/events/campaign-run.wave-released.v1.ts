import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { attemptNumber, chunkNumber, id, reconsidered, s3Uri, waveNumber } from '../primitives.ts';

/** A wave of a run may be sent. Answered by dispatch.wave_finished. Producer: campaigns. */
export const CampaignRunWaveReleasedV1 = defineMessage(
  'campaign_run.wave_released.v1',
  z.object({
    runId: id(),
    campaignId: id(),
    wave: waveNumber(),
    /** The settling wave: its chunks close only when no doubt is left. */
    final: z.boolean(),
    /** A SnapshotManifestV1. */
    manifest: s3Uri(),
    /** A FrozenContentV1. */
    content: s3Uri(),
    /** What the run decides for itself about recipients in doubt. For the rest, and for other runs, dispatch has rules of its own. */
    doubt: z.optional(
      z.object({
        /** A recipient whom SES has not told of is mailed again, or never. */
        policy: z.optional(z.enum(['resend', 'leave'])),
        /** How long SES may take to tell of a mail. */
        settleSeconds: z.optional(z.int().check(z.minimum(300), z.maximum(86_400))),
      }),
    ),
    /** The attempt that releases it. A run that an earlier one closed is open again. */
    attempt: z.optional(attemptNumber()),
    /** Recipients of these chunks who are pending again with this wave. */
    reconsider: z.optional(reconsidered()),
    /** Whoever of these chunks was suppressed, or left out, is pending again with this wave, too; whoever still is, stays so. */
    readmit: z.optional(z.boolean()),
    chunks: z.array(chunkNumber()).check(z.minLength(1), z.maxLength(20_000)),
  }),
);
export type CampaignRunWaveReleasedV1 = z.infer<typeof CampaignRunWaveReleasedV1>;
