import { type Bitmap, common, countOf, emptyBitmap, isEmpty, union, without } from './bitmap.ts';
import type { ChunkState } from './chunk-state.ts';

/** What becomes of a doubtful recipient of whom nothing was seen: mailed again, or never again. */
export type DoubtPolicy = 'resend' | 'leave';

/** What a run decides for itself about its doubt. */
export interface DoubtWishes {
  readonly policy?: DoubtPolicy | undefined;
  readonly settleMs?: number | undefined;
}

export interface DoubtRules {
  readonly policy: DoubtPolicy;
  /** By then after its acceptance a mail has been told of, unless something is held up. */
  readonly settleMs: number;
  /** How far two clocks may differ. */
  readonly skewMs: number;
  /** How long an answer may take before the question is repeated; also how seldom probes are sent. */
  readonly askEveryMs: number;
  /** SES tells of every mail that it takes. If it does not, nothing can be concluded from its silence. */
  readonly isSendingTold: boolean;
}

/** The rules for a run with wishes of its own. */
export const rulesFor = (wishes: DoubtWishes | undefined, rules: DoubtRules): DoubtRules => ({
  ...rules,
  policy: wishes?.policy ?? rules.policy,
  settleMs: wishes?.settleMs ?? rules.settleMs,
});

/** Which offsets of a chunk SES has told of. All that it accepted before `asOf` are among them. */
export interface Evidence {
  readonly asOf: number;
  readonly seen: Bitmap;
}

/**
 * What is decided about the doubt of a chunk. `early`: nothing can be known yet. `unproven`: somebody must be asked. In both, who was
 * seen is no longer in doubt.
 */
export type Verdict =
  | { readonly kind: 'settled'; readonly chunk: ChunkState; readonly how: 'seen' | DoubtPolicy | 'given_up' }
  | { readonly kind: 'early'; readonly chunk: ChunkState; readonly delayMs: number }
  | { readonly kind: 'unproven'; readonly chunk: ChunkState };

/** The longest SQS delays a message. */
const LONGEST_DELAY_MS = 900_000;
/** Doubt that nobody could settle for a day is for a person to decide. A run that waits for its day, or its hour, comes to its doubt only then. */
const PATIENCE_MS = 86_400_000;
/** More often than the sweeper looks, which otherwise takes a chunk that waits for one that is forgotten. */
const LONGEST_PAUSE_MS = 240_000;

/** From then on, a mail that is not seen was not accepted, as far as that can be known. */
export const dueAt = ({ quietAt }: ChunkState, { settleMs, skewMs }: DoubtRules): number => quietAt + settleMs + skewMs;

interface Settling {
  readonly rules: DoubtRules;
  readonly now: number;
  /** Since when it is being settled. */
  readonly since?: number | undefined;
}

/** A chunk is settled in its last wave, once nobody works on it: nothing is claimed. */
export const settleDoubt = (
  chunk: ChunkState,
  evidence: Evidence | undefined,
  { rules, now, since = now }: Settling,
): Verdict => {
  if (!rules.isSendingTold) return { kind: 'settled', chunk: leave(chunk), how: 'leave' };

  const known = evidence ? confirm(chunk, evidence.seen) : chunk;
  if (isEmpty(known.unknown)) return { kind: 'settled', chunk: known, how: 'seen' };

  const due = dueAt(chunk, rules);
  if (now < due) return { kind: 'early', chunk: known, delayMs: Math.min(LONGEST_DELAY_MS, due - now) };
  if (evidence && evidence.asOf >= due && isWhole(evidence, chunk)) return concluded(known, rules.policy);
  if (now >= Math.max(due, since) + PATIENCE_MS) return { kind: 'settled', chunk: leave(known), how: 'given_up' };
  return { kind: 'unproven', chunk: known };
};

/** Silence is proof now: whoever is still in doubt was not accepted. */
const concluded = (chunk: ChunkState, policy: DoubtPolicy): Verdict => ({
  kind: 'settled',
  chunk: policy === 'resend' ? resend(chunk) : leave(chunk),
  how: policy,
});

/** How long to wait for an answer: the longer, the longer there has been none. */
export const pauseForAnswer = (chunk: ChunkState, rules: DoubtRules, now: number): number =>
  Math.min(Math.max(rules.askEveryMs, (now - dueAt(chunk, rules)) / 8), Math.max(LONGEST_PAUSE_MS, rules.askEveryMs));

/** Of whom SES has told anything, it took the mail: that is true whenever it is heard. */
const confirm = (chunk: ChunkState, seen: Bitmap): ChunkState => ({
  ...chunk,
  accepted: union(chunk.accepted, common(chunk.unknown, seen)),
  unknown: without(chunk.unknown, seen),
});

const resend = (chunk: ChunkState): ChunkState => ({ ...chunk, unknown: emptyBitmap(chunk.size) });

const leave = (chunk: ChunkState): ChunkState => ({
  ...chunk,
  left: union(chunk.left, chunk.unknown),
  unknown: emptyBitmap(chunk.size),
});

/** Those who are known to be accepted are the sample: if SES's events about them are missing, those about others may be missing too. */
const isWhole = ({ seen }: Evidence, { accepted }: ChunkState): boolean => {
  const controls = countOf(accepted);
  const missing = controls - countOf(common(accepted, seen));
  return missing <= Math.max(1, controls / 1_000);
};
