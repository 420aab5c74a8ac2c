import { CHUNK_SIZE } from './snapshot.ts';

/** Those whose fate was decided, and who are mailed all the same because a person asked for it. */
export type Reconsidered = 'left' | 'refused' | 'suppressed';

/** A wave: chunks of a run that dispatch may work on, together. */
export interface Wave {
  readonly wave: number;
  /** The settling wave: its chunks close only when no doubt is left. */
  readonly final: boolean;
  readonly chunks: readonly number[];
  /** Recipients of these chunks who are pending again with this wave. */
  readonly reconsider?: readonly Reconsidered[];
}

/** Chunks with recipients who could not be sent to, because their rows cannot be read. Only a repair changes that. */
export interface UnreadableChunks {
  readonly reason: string;
  readonly chunks: readonly number[];
}

/** How a wave ended. The counts are what the wave changed and add up to `recipients`, the offsets open at its release. */
export interface WaveResult {
  readonly wave: number;
  readonly final: boolean;
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
  readonly pending: number;
  readonly unsettled: number;
  readonly chunksWithPending: readonly number[];
  readonly chunksWithDoubt: readonly number[];
  readonly finishedAt: Date;
  /** Those who were decided before the wave and open again with it: they are among `recipients`. */
  readonly reconsidered?: Readonly<Record<Reconsidered, number>> | undefined;
  /** Those who are neither decided nor pending: they are among `recipients`, too. */
  readonly unreadable?: readonly (UnreadableChunks & { readonly recipients: number })[] | undefined;
}

export interface Totals {
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
}

/** What has been released of a run's snapshot, and what became of it. Only the planner changes it. */
export interface Plan {
  readonly recipients: number;
  readonly chunks: number;
  /** The number of the last wave, 0 before the first. */
  readonly wave: number;
  /** The last wave of the attempts before this one: an execution may have so many waves, not a run. */
  readonly wavesBefore: number;
  /** How many chunks the last growing wave had. */
  readonly size: number;
  /** The first chunk that was never released; those before it were. */
  readonly next: number;
  /** Released, closed, and not all sent: a hold stopped them. */
  readonly again: readonly number[];
  /** Released, closed, and nothing open but doubt. */
  readonly doubt: readonly number[];
  /** Released, closed, and not all sent: not released again by this attempt. Those in doubt are settled all the same. */
  readonly unreadable: readonly UnreadableChunks[];
  readonly totals: Totals;
  /** Doubt in closed chunks: exact after a settling wave, never too low before. */
  readonly unsettled: number;
  /** The part of `unsettled` that the next wave counts anew, because it takes up its chunks again. */
  readonly recounted: number;
  /** Released and not accounted for yet. */
  readonly open?: Wave;
  /** When that was released. */
  readonly openedAt?: Date;
  /** When the last wave ended that is accounted for. */
  readonly waveFinishedAt?: Date;
  /** The last wave settled its doubt. After a cancel that is done once; what still is in doubt then is left. */
  readonly isSettled: boolean;
  /** This attempt goes through all chunks once more, for these. */
  readonly reconsider?: readonly Reconsidered[];
  /** How many were open again so far, over all attempts. */
  readonly reconsidered: Readonly<Record<Reconsidered, number>>;
}

const noTotals: Totals = { accepted: 0, refused: 0, suppressed: 0, left: 0 };

/** A plan for a snapshot of which nothing has been released. */
export const freshPlan = ({ recipients, chunks }: Pick<Plan, 'recipients' | 'chunks'>): Plan => ({
  recipients,
  chunks,
  wave: 0,
  wavesBefore: 0,
  size: 0,
  next: 0,
  again: [],
  doubt: [],
  unreadable: [],
  totals: noTotals,
  unsettled: 0,
  recounted: 0,
  isSettled: false,
  reconsidered: { left: 0, refused: 0, suppressed: 0 },
});

export const addTotals = (one: Totals, other: Totals): Totals => ({
  accepted: one.accepted + other.accepted,
  refused: one.refused + other.refused,
  suppressed: one.suppressed + other.suppressed,
  left: one.left + other.left,
});

/** Recipients whose fate is known. */
export const accountedFor = ({ accepted, refused, suppressed, left }: Totals): number =>
  accepted + refused + suppressed + left;

/** Recipients who were certainly not sent to. Of an open wave nobody can say so. */
export const certainlyUnsent = ({ recipients, totals, unsettled }: Plan, open = 0): number =>
  Math.max(0, recipients - accountedFor(totals) - unsettled - open);

/** Handovers that were decided, again and again for those who were reconsidered: sums that only grow, as figures must. */
export const handoversOf = ({ totals, reconsidered }: Plan) => ({
  accepted: totals.accepted,
  refused: totals.refused + reconsidered.refused,
});

/** How many mails SES has taken: so many for certain, and not more than. */
export const takenBy = ({ totals, unsettled, open }: Plan): { readonly least: number; readonly most: number } => ({
  least: totals.accepted,
  most: totals.accepted + unsettled + (open?.chunks.length ?? 0) * CHUNK_SIZE,
});

const sorted = (chunks: Iterable<number>): readonly number[] => [...new Set(chunks)].toSorted((a, b) => a - b);

/**
 * Opens the plan of an ended attempt for the next one, which goes on where the last one stopped, and tries again what could not
 * be read: somebody may have repaired it. To reconsider recipients it goes through the chunks from the first, growing anew:
 * nobody knows which chunks they are in. Where nothing is said of them, as in a retry, it does what the last one was about to do.
 */
export const reopenPlan = (plan: Plan, reconsider?: readonly Reconsidered[]): Plan => {
  const again = sorted([...plan.again, ...plan.unreadable.flatMap(({ chunks }) => chunks)]);
  const next = { ...plan, wavesBefore: plan.wave, isSettled: false, again, unreadable: [] };
  if (reconsider === undefined) return next;
  const { reconsider: _, ...rest } = next;
  if (reconsider.length === 0) return rest;
  const doubt = sorted([...plan.doubt, ...plan.again]);
  return { ...rest, reconsider, next: 0, size: 0, recounted: 0, again: [], doubt };
};
