/** How a run ended, in campaigns' words. */
export interface RunEnd {
  readonly runId: string;
  readonly campaignId: string;
  readonly outcome: 'sent' | 'cancelled' | 'failed';
  readonly recipients: number;
  readonly accepted: number;
  readonly refused: number;
  readonly suppressed: number;
  readonly left: number;
  readonly unsent: number;
  readonly at: Date;
}

export interface RunStart {
  readonly runId: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly at: Date;
  /** Of the chain that began the run; what happens to its mails belongs to it. */
  readonly correlationId: string;
}

/** What campaigns has told us of a run so far. Its end may come before its start. */
export interface Run {
  readonly runId: string;
  readonly start?: RunStart;
  readonly end?: RunEnd;
}

/** A run that has started. */
export type StartedRun = Run & { readonly start: RunStart };
