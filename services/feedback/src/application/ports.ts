import type { Delays } from '../domain/delays.ts';
import type { EngagementMark } from '../domain/engagement.ts';
import type { Fact } from '../domain/fact.ts';
import type { Flow, Sighting } from '../domain/flow.ts';
import type { LinkBitmap } from '../domain/link-clicks.ts';
import type { OutcomeKind } from '../domain/outcome.ts';
import type { NumberedParts, Part } from '../domain/part.ts';
import type { Backlog, SeenProbe } from '../domain/readiness.ts';
import type { Run, RunEnd, RunStart, StartedRun } from '../domain/run.ts';
import type { NumberedLinks } from '../domain/run-links.ts';
import type { SendMark } from '../domain/sent-twice.ts';
import type { BlockOutcomes } from '../domain/tally.ts';
import type { CountedCell } from '../domain/time-cells.ts';

export interface Clock {
  now(): Date;
}

/** Why an event is a stranger: SES has a type that we do not know, or the mail is none that dispatch sends. */
export type StrangerKind = 'unknown_type' | 'other_mail';

/** Where events are kept, as they came, that mean nothing to us. */
export interface Strangers {
  /**
   * Keeps them for 14 days. Keeping them again keeps them twice.
   * @throws RetryableError `strangers_not_kept` if any of them was not taken
   */
  keep(events: readonly { readonly body: string; readonly why: StrangerKind }[]): Promise<void>;
}

/** To whom what has happened: one bitmap for each run, kind and block. */
export interface Outcomes {
  /**
   * Adds positions to a bitmap and answers which of them were in it before.
   * @throws RetryableError `outcomes_contended` if others kept writing the same bitmap
   */
  add(addition: {
    readonly runId: string;
    readonly kind: OutcomeKind;
    readonly block: number;
    readonly positions: readonly number[];
    /** The parts of the run that a position belongs to. They are counted by the write that adds it, and so once. */
    readonly partsOf?: ReadonlyMap<number, readonly number[]>;
    /** The minute at which it happened to a position. It is counted as parts are, if it is known. */
    readonly minutes?: ReadonlyMap<number, number>;
  }): Promise<readonly number[]>;
  of(runId: string): Promise<readonly BlockOutcomes[]>;
  /** The bitmaps of every kind in one block. */
  ofBlock(runId: string, block: number): Promise<readonly BlockOutcomes[]>;
  /** The bitmaps of one kind, from a block on. */
  ofKind(runId: string, kind: OutcomeKind, fromBlock: number): Promise<readonly BlockOutcomes[]>;
  /** The bitmaps of several kinds, and of no others. */
  ofKinds(runId: string, kinds: readonly OutcomeKind[]): Promise<readonly BlockOutcomes[]>;
}

/** When what has happened, to how many: beside the bitmaps, and written with them. */
export interface OutcomeTimes {
  /** Everything that was counted, by kind. Cells of several bitmaps may be the same, or lie in each other. */
  of(runId: string): Promise<ReadonlyMap<OutcomeKind, readonly CountedCell[]>>;
}

/** The numbers of the parts of runs. */
export interface RunParts {
  /**
   * Numbers parts that have no number yet, as long as there is room, and answers with all that have one.
   * @throws RetryableError `parts_contended` if others kept numbering parts of the same run
   */
  number(runId: string, parts: readonly Part[]): Promise<NumberedParts>;
  of(runId: string): Promise<NumberedParts>;
}

/** The numbers of the links of runs. */
export interface RunLinks {
  /**
   * Numbers links that have no number yet, as long as there is room, and answers with all that have one.
   * @throws RetryableError `links_contended` if others kept numbering links of the same run
   */
  number(runId: string, links: readonly string[]): Promise<NumberedLinks>;
  of(runId: string): Promise<NumberedLinks>;
}

/** Who has followed which link: one bitmap for each run, link, visitor and block. */
export interface LinkClicks {
  /**
   * Adds positions to a bitmap. Adding them again changes nothing.
   * @throws RetryableError `outcomes_contended` if others kept writing the same bitmap
   */
  add(
    addition: Omit<LinkBitmap, 'bitmap'> & { readonly runId: string; readonly positions: readonly number[] },
  ): Promise<void>;
  /** The bitmaps of a run, block by block, a few at a time. */
  of(runId: string): AsyncIterable<readonly LinkBitmap[]>;
  /** Those of the hasty, who are few: in a block, or from one on. */
  hasty(runId: string, blocks: { readonly from: number; readonly to?: number }): Promise<readonly LinkBitmap[]>;
}

/** Which mails were sent, as a journal that is written often and read only when somebody seems to have got two. */
export interface SendJournal {
  /** Noting the same marks again changes nothing. */
  note(runId: string, block: number, marks: readonly SendMark[]): Promise<void>;
  of(runId: string, block: number): Promise<readonly SendMark[]>;
}

/** Opens and clicks that wait to be folded, of a run, as a journal. */
export interface EngagementJournal {
  /** Notes marks, those of each part for themselves. Noting the same marks again changes nothing. */
  note(runId: string, marks: readonly EngagementMark[]): Promise<void>;
  of(runId: string): Promise<readonly JournalEntry[]>;
  ofPart(runId: string, part: number): Promise<readonly JournalEntry[]>;
  /** Forgets entries; one that was noted again meanwhile may be forgotten too. */
  forget(runId: string, entries: readonly JournalEntry[]): Promise<void>;
}

/** Marks of one part that were noted together. */
export interface JournalEntry {
  readonly name: string;
  readonly part: number;
  readonly marks: readonly EngagementMark[];
}

/** The probes whose Send event came. */
export interface Probes {
  /** The first sighting of a probe stays. */
  noteSeen(probe: string, seen: SeenProbe): Promise<void>;
  find(probe: string): Promise<SeenProbe | undefined>;
}

/** Memory of how events come in, shared by all who fold them. */
export interface FlowLog {
  /** @throws RetryableError `flow_contended` if others kept writing it */
  note(sighting: Sighting): Promise<void>;
  read(): Promise<Flow>;
}

/** How late the Send events of runs came: a measurement, to which each Lambda environment adds. */
export interface DelayLog {
  add(runId: string, delays: Delays): Promise<void>;
  of(runId: string): Promise<Delays>;
}

export interface Queues {
  /** The figures of the queue of SES events and of its DLQ. */
  backlog(): Promise<Backlog>;
}

export interface Runs {
  noteStart(start: RunStart): Promise<void>;
  /** A later end outranks an earlier one: a failed run may be resumed. */
  noteEnd(end: RunEnd): Promise<void>;
  find(runId: string): Promise<Run | undefined>;
  /** Started runs, the newest first. */
  page(page: { readonly after?: RunMark | undefined; readonly limit: number }): Promise<readonly StartedRun[]>;
}

/** A place in the list of runs. */
export interface RunMark {
  readonly runId: string;
  readonly startedAt: string;
}

export interface Facts {
  /** @throws RetryableError if any of them was not published. Publishing again is harmless. */
  publish(facts: readonly Fact[], chain: { readonly correlationId: string }): Promise<void>;
}
