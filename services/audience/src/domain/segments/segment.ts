import type { RuleGroup } from './rule.ts';

/** Members of lists told apart by a rule, again whenever they are asked for. */
export interface Segment {
  readonly segmentId: string;
  readonly name: string;
  readonly rule: RuleGroup;
  /** Instants. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** Counts the writes; what a client has seen is fenced by it. */
  readonly version: number;
}
