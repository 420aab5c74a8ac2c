/** Something that somebody changed through an API. */
export interface Deed {
  readonly at: Date;
  readonly service: string;
  /** The route: `POST /api/campaigns/runs/{runId}/{deed}`. */
  readonly operation: string;
  /** Ids of what it was about, by their names. */
  readonly subject: Readonly<Record<string, string>>;
  readonly person: { readonly sub: string; readonly name?: string };
  readonly status: number;
  readonly requestId: string;
}
