import type { Wave } from '../../services/campaigns/src/domain/plan.ts';
import { CHUNK_SIZE, FIRST_CHUNK_SIZE } from '../../services/campaigns/src/domain/snapshot.ts';

/** How many recipients are in the chunks of a wave: the first chunk of a run is short, the last has the rest. */
export const mailsIn = ({ chunks }: Wave, recipients: number): number =>
  chunks.reduce((sum, chunk) => {
    const from = chunk === 0 ? 0 : FIRST_CHUNK_SIZE + (chunk - 1) * CHUNK_SIZE;
    const to = FIRST_CHUNK_SIZE + chunk * CHUNK_SIZE;
    return sum + Math.max(0, Math.min(to, recipients) - from);
  }, 0);
