import { freshControl } from '../../services/campaigns/src/domain/control.ts';
import { foldWave } from '../../services/campaigns/src/domain/fold-wave.ts';
import { freshPlan, type Plan, type Wave } from '../../services/campaigns/src/domain/plan.ts';
import { openWave, planNextWave } from '../../services/campaigns/src/domain/plan-next-wave.ts';
import { CHUNK_SIZE, FIRST_CHUNK_SIZE } from '../../services/campaigns/src/domain/snapshot.ts';
import { doubtfulChunksPerMillion } from './assumptions.ts';

/** How a run goes: its waves in order, and how often it waits in between. */
export interface RunPlan {
  readonly recipients: number;
  readonly chunks: number;
  readonly waves: readonly Wave[];
  readonly waits: number;
  readonly waitedSeconds: number;
}

export const chunksOf = (recipients: number): number =>
  recipients <= FIRST_CHUNK_SIZE ? 1 : 1 + Math.ceil((recipients - FIRST_CHUNK_SIZE) / CHUNK_SIZE);

const START = Date.parse('2026-11-21T10:00:00Z');

/**
 * Lets the planner of campaigns plan a whole run, with a settling wave at its end.
 * @param isHeard whether deliveries are told of: without them the run waits the longest it may after its canary
 * @param perSecond what dispatch says that it can send
 */
export const planRun = (recipients: number, isHeard: boolean, perSecond: number): RunPlan => {
  const chunks = chunksOf(recipients);
  const doubtful = Math.min(chunks, Math.ceil((recipients / 1_000_000) * doubtfulChunksPerMillion));
  const waves: Wave[] = [];
  let plan = freshPlan({ recipients, chunks });
  let now = START;
  let waits = 0;
  for (;;) {
    const { accepted } = plan.totals;
    const health = {
      sent: accepted,
      delivered: isHeard ? accepted : 0,
      hardBounced: 0,
      complained: 0,
      rejected: 0,
      delayed: 0,
    };
    const capacity = waves.length > 0 ? { perSecond, activeRuns: 1, refreshedAt: new Date(now) } : undefined;
    const decision = planNextWave({ plan, control: freshControl, health, capacity, now: new Date(now) });
    if (decision.kind === 'wait') {
      waits += 1;
      now = decision.until.getTime();
    } else if (decision.kind === 'send') {
      waves.push(decision.wave);
      plan = finish(openWave(plan, decision.wave), {
        wave: decision.wave,
        doubtful: waves.length === 1 ? 0 : doubtful,
        now,
      });
    } else if (decision.kind === 'finish') {
      return { recipients, chunks, waves, waits, waitedSeconds: (now - START) / 1_000 };
    } else {
      throw new Error(`A run that nothing disturbs came to ${decision.kind}`);
    }
  }
};

/** The first full wave leaves some doubt; everything else is accepted. */
const finish = (
  plan: Plan,
  { wave, doubtful, now }: { readonly wave: Wave; readonly doubtful: number; readonly now: number },
): Plan => {
  const isFirstWithDoubt = !wave.final && plan.doubt.length === 0 && plan.unsettled === 0;
  const chunksWithDoubt = isFirstWithDoubt ? wave.chunks.slice(0, doubtful) : [];
  const recipients = wave.chunks.length * CHUNK_SIZE;
  return foldWave(plan, {
    ...wave,
    recipients,
    accepted: recipients - chunksWithDoubt.length,
    refused: 0,
    suppressed: 0,
    left: 0,
    pending: 0,
    unsettled: chunksWithDoubt.length,
    chunksWithPending: [],
    chunksWithDoubt,
    finishedAt: new Date(now),
  });
};
