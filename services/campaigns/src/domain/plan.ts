/** A wave: chunks of a run that dispatch may work on, together. */
export interface Wave {
  readonly wave: number;
  /** The settling wave: its chunks close only when no doubt is left. */
  readonly final: boolean;
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
  readonly totals: Totals;
  /** Doubt in closed chunks: exact after a settling wave, never too low before. */
  readonly unsettled: number;
  /** The part of `unsettled` that the next wave counts anew, because it takes up its chunks again. */
  readonly recounted: number;
  /** Released and not accounted for yet. */
  readonly open?: Wave;
  readonly canaryFinishedAt?: Date;
  /** The last wave settled its doubt. After a cancel that is done once; what still is in doubt then is left. */
  readonly isSettled: boolean;
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
  totals: noTotals,
  unsettled: 0,
  recounted: 0,
  isSettled: false,
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
