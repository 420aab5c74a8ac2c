/** What a list comes to. */
export interface ListCount {
  readonly members: number;
  /** Those who have left the list, or are kept off it. */
  readonly unsubscribed: number;
}

/** The counters of a list as they stand. */
export interface Counters extends ListCount {
  /** Another text after every change of the list. */
  readonly mark: string;
  /** How often the counters have been corrected. */
  readonly corrections: number;
}

/** Counters that change together with what they count, or not at all. */
export interface ListCounts {
  of(listId: string): Promise<Counters>;
  /** Adds to the counters, unless somebody else has corrected them since they were read; answers whether it was done. */
  correct(listId: string, by: ListCount, read: Pick<Counters, 'corrections'>): Promise<boolean>;
}
