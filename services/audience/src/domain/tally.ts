/** What came of the rows of a file. `rows` is the sum of the next three. */
export interface Tally {
  readonly rows: number;
  /** Contacts, each once. */
  readonly accepted: number;
  /** Rows about a contact that another row is about too. */
  readonly duplicates: number;
  readonly rejected: number;
}

export const nothingRead: Tally = { rows: 0, accepted: 0, duplicates: 0, rejected: 0 };
