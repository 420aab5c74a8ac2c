import type { Exclusion } from './exclusion.ts';
import type { Reconsidered } from './reconsider.ts';
import type { Control } from './run.ts';

/** What people want of an attempt at a run. */
export interface RunControl {
  readonly control: Control;
  /** Grows with every change, over all attempts. */
  readonly revision: number;
  readonly attempt: number;
  /** Whom to leave out, with all that was said of it before. */
  readonly exclude?: Exclusion | undefined;
}

/** What is in force for an attempt. */
export interface Standing {
  readonly control: Control;
  readonly exclude?: Exclusion | undefined;
  /** Whom to leave out was said of an earlier attempt. */
  readonly isEarlier?: true;
}

/**
 * Whether a change takes the place of what is stored. Messages are repeated and come late: a lower revision changes nothing,
 * and a cancel is undone by nothing but a later attempt, whatever its revision. A cancel that is said again may leave out more.
 */
export const outranks = (change: RunControl, stored: RunControl | undefined): boolean =>
  stored === undefined ||
  (change.revision > stored.revision &&
    (stored.control !== 'cancel' || change.control === 'cancel' || change.attempt > stored.attempt));

/**
 * What is in force for an attempt. Whether an earlier one was to send is over: its successor may be released before the word
 * that it may send has come. Whoever was left out of it stays left out, until a later word says otherwise.
 */
export const standingFor = (attempt: number, stored: RunControl | undefined): Standing => ({
  control: stored === undefined || stored.attempt < attempt ? 'send' : stored.control,
  ...(stored?.exclude && { exclude: stored.exclude, ...(stored.attempt < attempt && { isEarlier: true }) }),
});

/**
 * Whom to leave out of a wave. If it takes those in who were left out before, what was said of an earlier attempt is over: the word
 * about that may still be on its way.
 */
export const excludedFrom = (
  { exclude, isEarlier }: Standing,
  { reconsider: those = [] }: { readonly reconsider?: readonly Reconsidered[] | undefined },
): Exclusion | undefined => (isEarlier && those.includes('suppressed') ? undefined : exclude);
