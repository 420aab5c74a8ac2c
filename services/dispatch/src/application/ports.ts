import type { Capacity } from '../domain/capacity.ts';
import type { ChunkState, Ledger, Unreadable } from '../domain/chunk-state.ts';
import type { Reservation } from '../domain/governor.ts';
import type { GovernorChange, GovernorRecord } from '../domain/governor-record.ts';
import type { Addressee, Composed, Mail, MailContent, Recipient, SuppressionChange } from '../domain/mail.ts';
import type { Probe } from '../domain/probe.ts';
import type { Quota } from '../domain/quota.ts';
import type { ChunkTask, Run, Snapshot, Wave } from '../domain/run.ts';
import type { RunControl, Standing } from '../domain/run-control.ts';
import type { SendAnswer, SuspensionReason } from '../domain/send-answer.ts';
import type { Evidence } from '../domain/settle-doubt.ts';
import type { WaveReport, WaveShard } from '../domain/wave.ts';

/** What led to something: copied along the chain of messages. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
}

export interface Clock {
  now(): number;
  /** Comes back at once if the instant has passed. */
  sleepUntil(instant: number): Promise<void>;
}

export interface ChunkKey {
  readonly runId: string;
  readonly chunk: number;
}

/** `lost`: no answer came, the write may or may not have happened, or may still happen. */
export type Written = 'written' | 'conflict' | 'lost';

export interface Ledgers {
  /** Strongly consistent. */
  read(key: ChunkKey): Promise<Ledger | undefined>;
  /** Strongly consistent, chunk by chunk. Missing ones are absent. */
  readMany(runId: string, chunks: readonly number[]): Promise<ReadonlyMap<number, Ledger>>;
  /** Creates what does not exist yet and leaves the rest alone. Only the release of a wave may. */
  create(runId: string, chunks: ReadonlyMap<number, ChunkState>): Promise<void>;
  /** Writes the whole state, once, if the stored revision is the one that `next` was computed from. */
  replace(key: ChunkKey, next: Ledger): Promise<Written>;
}

/** Ledgers for people: pages, eventually consistent. */
export interface LedgerPages {
  page(
    runId: string,
    cursor: string | undefined,
  ): Promise<{
    readonly chunks: readonly { readonly chunk: number; readonly ledger: Ledger }[];
    readonly cursor?: string | undefined;
  }>;
}

export interface Runs {
  /** Opens an attempt at a run unless it, or a later one, was opened before. Answers whether it is open now. */
  open(run: Run): Promise<boolean>;
  find(runId: string): Promise<(Run & { readonly isOpen: boolean }) | undefined>;
  /** No wave of this attempt, or of an earlier one, is released any more. A later one is left alone. */
  close(run: Pick<Run, 'runId' | 'attempt'>): Promise<void>;
}

export interface Controls {
  /** What is in force for this attempt: `send`, to everybody, if nobody has touched it. Strongly consistent. */
  read(run: Pick<Run, 'runId' | 'attempt'>): Promise<Standing>;
  /** Changes nothing unless it outranks what is stored. */
  change(runId: string, change: RunControl): Promise<void>;
}

/** Brown-outs of a run: batches with much doubt. */
export interface BrownOuts {
  countSince(runId: string, since: number): Promise<number>;
  note(runId: string, at: number): Promise<void>;
}

export interface Waves {
  /** Notes the shards of a wave, those that are not noted yet, and lists the wave as open. */
  plan(
    wave: { readonly runId: string; readonly wave: number } & Pick<Wave, 'final' | 'reconsider'>,
    shards: readonly WaveShard[],
  ): Promise<void>;
  /** Adds a chunk to those done, as often as wanted. Answers whether its shard is complete. */
  markDone(key: ChunkKey & { readonly wave: number }): Promise<boolean>;
  find(runId: string, wave: number): Promise<Wave | undefined>;
  /** Its end has been told: the wave is no longer open. */
  markTold(runId: string, wave: number): Promise<void>;
}

/** What the sweeper goes by. */
export interface OpenWaves {
  list(): Promise<readonly { readonly runId: string; readonly wave: number }[]>;
  forget(runId: string, wave: number): Promise<void>;
  /** The revisions that the last sweep saw, after noting those of this one. */
  swapRevisions(
    key: { readonly runId: string; readonly wave: number; readonly shard: number },
    revisions: ReadonlyMap<number, number>,
  ): Promise<ReadonlyMap<number, number>>;
}

export type Reserving =
  | { readonly kind: 'granted'; readonly tat: number; readonly seen: GovernorRecord }
  | { readonly kind: 'refused'; readonly seen: GovernorRecord }
  | { readonly kind: 'lost' }
  | { readonly kind: 'missing' };

export interface Governors {
  read(): Promise<GovernorRecord | undefined>;
  create(record: GovernorRecord): Promise<void>;
  /** One conditional update. */
  reserve(reservation: Reservation): Promise<Reserving>;
  /** Changes nothing if somebody else changed the rate, or counted what was sent, meanwhile. */
  change(change: GovernorChange): Promise<void>;
}

/** What SES grants. It answers once a second for the whole account: a schedule asks, senders do not. */
export interface Quotas {
  read(): Promise<Quota>;
}

/** Has SES asked again before the next scheduled refresh. Asking too often does no harm. */
export interface QuotaLooks {
  ask(afterMs: readonly number[]): Promise<void>;
}

export interface Suppressions {
  /** Which of these contacts may not get mail of the list by which each is mailed. Strongly consistent. */
  among(addressees: readonly Addressee[]): Promise<ReadonlySet<string>>;
  /** A change that is older than what is known changes nothing. */
  record(change: SuppressionChange): Promise<void>;
}

/** `undefined` stands for a recipient whose row cannot be read. */
export type Rows = readonly (Recipient | undefined)[];

/** The recipients of a chunk, or why nobody can say who they are. What passes by itself is thrown, and is neither. */
export type ChunkRead =
  | { readonly kind: 'rows'; readonly rows: Rows }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable };

export interface Snapshots {
  /** @throws PermanentError `snapshot_missing`, `snapshot_malformed` */
  manifest(uri: string): Promise<Snapshot>;
  rows(manifest: string, chunk: number): Promise<ChunkRead>;
}

export interface Contents {
  /** @throws PermanentError `content_missing`, `content_malformed`, `attachment_missing`, `attachment_changed` */
  read(uri: string): Promise<MailContent>;
}

/** Makes one mail. `local` is the part of its Message-ID before the `@`. */
export type Compose = (recipient: Recipient, local: string) => Promise<Composed>;

/** What feedback has reported of chunks. Written by nobody who sends, read by who settles doubt. */
export interface Evidences {
  /** Strongly consistent. */
  read(key: ChunkKey): Promise<Evidence | undefined>;
  /** A report as of an earlier instant than the one that is known changes nothing. */
  record(key: ChunkKey, evidence: Evidence): Promise<void>;
}

export interface Probes {
  /** Strongly consistent. */
  find(slot: number): Promise<Probe | undefined>;
  /** Notes a probe that is about to be sent. Answers whether it is the one of its slot. */
  claim(slot: number, probe: Probe): Promise<boolean>;
  /** Only what SES certainly did not take. */
  release(slot: number): Promise<void>;
}

export interface Composer {
  compile(content: MailContent): Compose;
}

export interface Mailer {
  /** Hands one mail over with one request. Never throws: what is not known is `unknown`. Nothing of it outlives the answer. */
  send(mail: Mail): Promise<SendAnswer>;
  close(): void;
}

export interface Mailers {
  /** A mailer for one invocation, with fresh connections and credentials at hand. */
  open(): Promise<Mailer>;
}

export interface ChunkTasks {
  send(tasks: readonly ChunkTask[], delayMs: number, cause: Cause): Promise<void>;
}

export interface Suspension {
  readonly reason: SuspensionReason;
  readonly message: string;
}

/** Facts for the other services. Publishing twice is publishing once: ids are derived. */
export interface Facts {
  waveFinished(
    wave: { readonly runId: string; readonly wave: number; readonly final: boolean },
    report: WaveReport,
    cause: Cause,
    capacity?: Capacity,
  ): Promise<void>;
  waveProgressed(
    task: ChunkTask,
    how: 'closed' | 'handed_back' | 'waiting',
    cause: Cause,
    capacity?: Capacity,
  ): Promise<void>;
  sendingSuspended(task: ChunkTask, suspension: Suspension, cause: Cause): Promise<void>;
}

export interface ReceiptRequests {
  /** Asks which recipients of a chunk SES has told of, once it has told of the probe. */
  receiptsRequested(key: ChunkKey, probe: Probe, cause: Cause): Promise<void>;
}

/** What operators watch. */
export interface Observer {
  count(name: MeterName, value: number): void;
  /** What somebody may have to look after. */
  note(code: string, fields: Readonly<Record<string, string | number>>): void;
  /** What went as it should. */
  mention(code: string, fields: Readonly<Record<string, string | number>>): void;
}

export type MeterName =
  | 'Accepted'
  | 'Refused'
  | 'Suppressed'
  | 'Excluded'
  | 'Unreadable'
  | 'Throttled'
  | 'Unknown'
  | 'SlotsWasted'
  | 'Fenced'
  | 'LedgersMissing'
  | 'BrownOuts'
  | 'DoubtSeen'
  | 'DoubtResent'
  | 'DoubtLeft'
  | 'DoubtGivenUp'
  | 'ProbesSent'
  | 'TestsSent'
  | 'ConfirmationsSent';
