/** Something that somebody changed through an API. */
export interface Deed {
  readonly at: Date;
  readonly service: string;
  /** The route: `POST /api/campaigns/runs/{runId}/{deed}`. */
  readonly operation: string;
  /** Ids of what it was about, by their names. */
  readonly subject: Readonly<Record<string, string>>;
  /** The role as it was then; missing of what was done before roles were written down. */
  readonly person: { readonly sub: string; readonly name?: string; readonly role?: string };
  readonly status: number;
  readonly requestId: string;
}
