import type { Control } from './run.ts';

/** What people want of an attempt at a run. */
export interface RunControl {
  readonly control: Control;
  /** Grows with every change, over all attempts. */
  readonly revision: number;
  readonly attempt: number;
}

/**
 * Whether a change takes the place of what is stored. Messages are repeated and come late: a lower revision changes nothing,
 * and a cancel is undone by nothing but a later attempt, whatever its revision.
 */
export const outranks = (change: RunControl, stored: RunControl | undefined): boolean =>
  stored === undefined ||
  (change.revision > stored.revision && (stored.control !== 'cancel' || change.attempt > stored.attempt));

/**
 * What is in force for an attempt. What was wanted of an earlier one is over: its successor may be released before the word
 * that it may send has come.
 */
export const controlFor = (attempt: number, stored: RunControl | undefined): Control =>
  stored === undefined || stored.attempt < attempt ? 'send' : stored.control;
