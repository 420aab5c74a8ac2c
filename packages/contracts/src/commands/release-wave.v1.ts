import * as z from 'zod/mini';

import { defineMessage } from '../envelope.ts';
import { id, text, waveNumber } from '../primitives.ts';

/** Release the planned wave to dispatch; the run waits. Receiver: campaigns. */
export const ReleaseWaveV1 = defineMessage(
  'release_wave.v1',
  z.object({
    runId: id(),
    wave: waveNumber(),
    /** Stays in campaigns: others answer with facts. */
    taskToken: text(2_048),
  }),
);
export type ReleaseWaveV1 = z.infer<typeof ReleaseWaveV1>;
