/** What happens to a message when it is received: a function may die before it has done anything, or after everything. */
export type Fate = 'folded' | 'noticed_only' | 'dropped' | 'folded_but_not_finished';

/** A span during which something stands still. */
export interface Stall {
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Mail {
  readonly what:
    | { readonly runId: string; readonly chunk: number; readonly offset: number }
    | { readonly probe: string };
  readonly acceptedAtMs: number;
  /** From SES to the queue, unless SNS stands still. */
  readonly transitMs: number;
  /** How often the event is published. */
  readonly copies?: number;
  /** How long it waits to be received, each time, unless its consumers stand still. */
  readonly waitMs?: number;
  readonly fates?: readonly Fate[];
}
