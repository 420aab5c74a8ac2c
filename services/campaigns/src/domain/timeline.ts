import type { Control } from './control.ts';
import type { Health } from './guardrail.ts';
import { accountedFor, type Plan, type WaveResult } from './plan.ts';
import type { Run } from './run.ts';
import { CHUNK_SIZE } from './snapshot.ts';

/** What is known of a run as one of its waves ends. */
export interface WaveEnd {
  readonly releasedAt?: Date;
  /** Of the whole run. */
  readonly health: Health;
}

/** A wave that has ended, as it is kept. */
export type KeptWave = Pick<
  WaveResult,
  'wave' | 'final' | 'recipients' | 'accepted' | 'refused' | 'suppressed' | 'finishedAt'
> &
  Partial<WaveEnd>;

/** A wave on the timeline of a run. One without `finishedAt` is under way. */
export interface TimelineWave {
  readonly wave: number;
  readonly releasedAt?: Date;
  readonly finishedAt?: Date;
  /** Of a wave under way: at most so many. */
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  /** Whether it only settles what is in doubt. */
  readonly isSettling: boolean;
  readonly canary?: 'sending' | 'judging' | 'passed' | 'stopped';
  readonly health?: Health;
}

/** Of a run that was completed again and again, the last ones. */
export const MOST_TIMELINE_WAVES = 200;

interface Known {
  readonly run: Pick<Run, 'status'>;
  readonly control: Pick<Control, 'control' | 'guardrail'>;
  readonly plan: Plan | undefined;
  readonly kept: readonly KeptWave[];
}

const openWaveOf = (plan: Plan): TimelineWave | undefined =>
  plan.open && {
    wave: plan.open.wave,
    ...(plan.openedAt && { releasedAt: plan.openedAt }),
    recipients: Math.min(plan.open.chunks.length * CHUNK_SIZE, plan.recipients - accountedFor(plan.totals)),
    accepted: 0,
    refused: 0,
    suppressed: 0,
    isSettling: plan.open.final,
  };

const keptWaveOf = ({ final, ...kept }: KeptWave): TimelineWave => ({ ...kept, isSettling: final });

/** What became of the first wave, if it stood for others: a run of one wave has no canary. */
const canaryOf = ({ run, control, plan }: Known, waves: readonly TimelineWave[]): TimelineWave['canary'] => {
  const [first, ...others] = waves;
  if (first?.wave !== 1) return undefined;
  if (others.some(({ isSettling }) => !isSettling)) return 'passed';
  if (plan === undefined || plan.next >= plan.chunks) return undefined;
  if (first.finishedAt === undefined) return 'sending';
  return isStopped({ run, control }) ? 'stopped' : 'judging';
};

/** Whoever only holds a run has not judged it. */
const isStopped = ({ run, control }: Pick<Known, 'run' | 'control'>): boolean =>
  run.status !== 'running' || control.control === 'cancel' || control.guardrail !== undefined;

/** The waves of a run, those that have ended and the one under way, in their order. */
export const timelineOf = (known: Known): readonly TimelineWave[] => {
  const { plan, kept } = known;
  const open = kept.some(({ wave }) => wave === plan?.open?.wave) ? undefined : plan && openWaveOf(plan);
  const waves = [...kept.map(keptWaveOf), ...(open ? [open] : [])];
  const canary = canaryOf(known, waves);
  return waves.map((wave) => (wave.wave === 1 && canary ? { ...wave, canary } : wave));
};
