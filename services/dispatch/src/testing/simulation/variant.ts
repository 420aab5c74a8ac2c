import type { Edges } from './edges.ts';
import type { FeedbackRules } from './feedback-model.ts';
import type { MayReplace } from './simulation-store.ts';
import type { Worker } from './worker.ts';

/** A world in which a rule of the protocol does not hold: the tests show that the simulation finds out. */
export interface Variant {
  readonly mayReplace?: MayReplace;
  /** Changes what one worker of dispatch has around it. */
  readonly around?: (edges: Edges, worker: Worker) => Edges;
  readonly feedback?: Partial<FeedbackRules>;
  readonly isSwept?: boolean;
}
