import { type Exclusion, excludingAlso, isNobody, isTooMuch, MOST_EXCLUDED } from './exclusion.ts';
import { type Figures, noFigures, type Verdict } from './guardrail.ts';
import { sayReason } from './run-reasons.ts';

/** Whether an attempt at a run may go on. A later revision outranks an earlier one; cancel is final for its attempt. */
export interface Control {
  readonly control: 'send' | 'hold' | 'cancel';
  /** Grows with every change, over all attempts. */
  readonly revision: number;
  /** The attempt that the control is about; 0 while nobody has changed it. */
  readonly attempt: number;
  /** Why it is held. */
  readonly reason?: string;
  /** The guardrail that holds it, if no person does. */
  readonly guardrail?: Verdict;
  /** When the change that is in force was asked for. */
  readonly askedAt: Date;
  /** The figures that a person has seen and resumed after: a guardrail does not hold for them again. */
  readonly accepted: Figures;
  /** Whom people have left out, over all attempts: nobody comes back by being forgotten. */
  readonly exclude?: Exclusion;
  /** The last attempt that began by taking those in again who were left out before. */
  readonly readmitted?: number;
}

export const freshControl: Control = {
  control: 'send',
  revision: 0,
  attempt: 0,
  askedAt: new Date(0),
  accepted: noFigures,
};

export interface ControlChange {
  readonly control: Control['control'];
  /** The attempt that whoever asks has seen. */
  readonly attempt: number;
  readonly reason?: string;
  readonly guardrail?: Verdict;
  readonly askedAt: Date;
  /** Whom to leave out from now on, besides those who are left out already. */
  readonly exclude?: Exclusion;
  /** Of the first change of an attempt: those who were left out until then are no more. */
  readonly readmits?: boolean;
}

/**
 * Obeys a person, or a guardrail. Queues repeat and reorder, so a change says which attempt it is about: what was asked of
 * an earlier one changes nothing, and the first change of a later one is in force whatever the earlier one came to. Within
 * an attempt, what was asked for before the change in force is outdated, except that cancel always wins. Whom to leave
 * out joins what was asked before, whenever it comes, and outlives attempts; only the beginning of a later one may end that.
 */
export const changeControl = (present: Control, asked: ControlChange, seen: Figures): Control => {
  const change = isTooMuch(excludingAlso(present.exclude, asked.exclude)) ? stoppedInstead(asked) : asked;
  const isNext = change.attempt > present.attempt;
  if (!isNext && !(change.attempt === present.attempt && outranks(change, present))) return leavingOut(present, change);

  const { control, attempt, reason, guardrail, askedAt } = change;
  return {
    control,
    revision: present.revision + 1,
    attempt,
    ...(reason !== undefined && control !== 'send' && { reason }),
    ...(guardrail && control === 'hold' && { guardrail }),
    askedAt,
    accepted: control === 'send' ? seen : present.accepted,
    ...leftOutAfter(present, change, isNext && change.readmits === true),
  };
};

/** Nobody is mailed whom a person wanted left out, and senders are told of no more than they take: somebody has to look at it. */
const stoppedInstead = (asked: ControlChange): ControlChange => {
  const { exclude: _, ...change } = asked;
  return {
    ...change,
    control: change.control === 'send' ? 'hold' : change.control,
    reason: sayReason('too_much_left_out', { most: MOST_EXCLUDED }),
  };
};

const leftOutAfter = (
  present: Control,
  { attempt, exclude: more }: ControlChange,
  readmits: boolean,
): Pick<Control, 'exclude' | 'readmitted'> => {
  const exclude = excludingAlso(readmits ? undefined : present.exclude, more);
  const readmitted = readmits ? attempt : present.readmitted;
  return { ...(!isNobody(exclude) && { exclude }), ...(readmitted !== undefined && { readmitted }) };
};

/** An outdated change: nothing of it counts but whom it leaves out, unless everybody was taken in again since. */
const leavingOut = (present: Control, { attempt, exclude: more }: ControlChange): Control => {
  if (attempt < (present.readmitted ?? 0)) return present;
  const exclude = excludingAlso(present.exclude, more);
  const isMore = exclude !== present.exclude && !isNobody(exclude);
  return isMore ? { ...present, revision: present.revision + 1, exclude } : present;
};

/** Of two changes of the same attempt. */
const outranks = ({ control, askedAt }: ControlChange, present: Control): boolean =>
  present.control !== 'cancel' && present.control !== control && (control === 'cancel' || askedAt >= present.askedAt);
