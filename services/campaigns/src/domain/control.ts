import { type Figures, noFigures } from './guardrail.ts';

/** Whether a run may go on. A later revision outranks an earlier one; cancel is final. */
export interface Control {
  readonly control: 'send' | 'hold' | 'cancel';
  readonly revision: number;
  /** Why it is held. */
  readonly reason?: string;
  /** When the change that is in force was asked for. */
  readonly askedAt: Date;
  /** The figures that a person has seen and resumed after: a guardrail does not hold for them again. */
  readonly accepted: Figures;
}

export const freshControl: Control = { control: 'send', revision: 0, askedAt: new Date(0), accepted: noFigures };

export interface ControlChange {
  readonly control: Control['control'];
  readonly reason?: string;
  readonly askedAt: Date;
}

/**
 * Obeys a person, or a guardrail. Queues reorder: what was asked for before the change in force is outdated and changes
 * nothing, except that cancel always wins.
 */
export const changeControl = (present: Control, change: ControlChange, seen: Figures): Control => {
  const { control, reason, askedAt } = change;
  if (present.control === 'cancel' || present.control === control) return present;
  if (control !== 'cancel' && askedAt < present.askedAt) return present;

  return {
    control,
    revision: present.revision + 1,
    ...(reason !== undefined && control !== 'send' && { reason }),
    askedAt,
    accepted: control === 'send' ? seen : present.accepted,
  };
};
