import type { Departures } from './departures.ts';

/** The recipients of a run, frozen by audience. */
export interface Snapshot {
  readonly manifest: string;
  readonly recipients: number;
  readonly chunks: number;
  /** When which of them may go out, where that is not at once. */
  readonly departures?: Departures;
}

/** Recipients of a chunk: what a ledger item of dispatch holds. */
export const CHUNK_SIZE = 1_000;

/** The very first mails of a run are few: what is wrong with all of them shows after a hundred. */
export const FIRST_CHUNK_SIZE = 100;

/** How audience gets on with a snapshot, as it said last. */
export interface SnapshotProgress {
  readonly attempt?: number | undefined;
  /** What it waits for, a sentence a marketer understands. */
  readonly waitsFor?: string | undefined;
  /** When it was said. */
  readonly at: Date;
}
