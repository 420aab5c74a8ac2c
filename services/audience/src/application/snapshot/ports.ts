import type { Arrival } from '../../domain/arrival.ts';
import type { Departure } from '../../domain/departures.ts';
import type { ImportWait } from '../../domain/import-wait.ts';
import type { List } from '../../domain/list.ts';
import type { LocalTime } from '../../domain/local-time.ts';
import type { Person } from '../../domain/segments/person.ts';
import type { Selection, UnusableSegment } from '../../domain/segments/plan.ts';
import type { Excluded, SnapshotChunk, SnapshotPart } from '../../domain/snapshot.ts';
import type { Cause } from '../ports.ts';
import type { NeededOfPeople } from '../segments/selector.ts';

interface SnapshotFrame {
  readonly runId: string;
  /** A later attempt at the run looks at the lists again, unless a snapshot has been taken. */
  readonly attempt: number;
  /** Everybody on any of them, once. The first gives the snapshot its name. */
  readonly lists: readonly [string, ...string[]];
  /** Nobody on any of these. */
  readonly exclude: readonly string[];
  readonly fields: readonly string[];
  readonly chunkSize: number;
  readonly firstChunkSize: number;
  /** Everybody is mailed by the clock where they are; without it, as soon as the run comes to them. */
  readonly localTime?: LocalTime | undefined;
}

export interface SnapshotRequest extends SnapshotFrame {
  /** Only who matches one of them, if there are any; and nobody who matches one of the others. */
  readonly segments: readonly string[];
  readonly excludeSegments: readonly string[];
}

export interface PartRequest extends SnapshotFrame {
  readonly shard: number;
  /** How many shards make a whole. */
  readonly shards: number;
  /** Where the plan lies; `undefined` for a part that was sent before there were plans. */
  readonly plan?: string | undefined;
}

/** What a snapshot takes, fixed. */
export type SnapshotPlan = SnapshotFrame & Selection;

export interface KeptPlan {
  readonly uri: string;
  readonly plan: SnapshotPlan;
}

export interface SnapshotPlans {
  find(name: Pick<SnapshotRequest, 'runId' | 'attempt'>): Promise<KeptPlan | undefined>;
  /** Writes the plan if there is none yet, and answers with the one that counts. */
  fix(plan: SnapshotPlan): Promise<KeptPlan>;
  /** @throws PermanentError `plan_missing` */
  read(uri: string): Promise<SnapshotPlan>;
}

/** Commands to our own queue. */
export interface SnapshotCommands {
  takeParts(plan: KeptPlan, shards: number, cause: Cause): Promise<void>;
  /** Has it looked at again after a while. */
  awaitImports(request: SnapshotRequest, later: LaterLook, cause: Cause): Promise<void>;
}

export interface LaterLook {
  readonly wait: ImportWait;
  readonly delaySeconds: number;
}

/** A line of a snapshot's chunk. */
export interface Recipient extends Arrival {
  /** Lets its bearer unsubscribe this contact. */
  readonly token: string;
  /** The list by which it is mailed, and which it may leave meanwhile; missing where it is the one the snapshot is named after. */
  readonly listId?: string | undefined;
  /** The import by which it joined that list; missing where it was another way. */
  readonly importId?: string | undefined;
}

/** A contact with what was asked for, which may be more than a recipient shows. */
export interface KnownContact extends Arrival, Person {
  /** The import or the form that has put it on a list. */
  readonly joinedBy?: Readonly<Record<string, string>> | undefined;
}

export interface RecipientContacts {
  /** The contacts with nothing but what is asked for. What was written a second ago may be missing from a contact, but no contact is. */
  find(contactIds: readonly string[], wanted: NeededOfPeople): Promise<ReadonlyMap<string, KnownContact>>;
}

/** A folder that nobody else writes to: those who take the same part at the same time do not mix. */
export interface Take {
  readonly runId: string;
  readonly takeId: string;
}

export interface Snapshot {
  readonly runId: string;
  /** The first gives the snapshot its name. */
  readonly lists: readonly [List, ...List[]];
  readonly fields: readonly string[];
  readonly chunks: readonly SnapshotChunk[];
  /** When which chunks may go out; missing where all may at once. */
  readonly departures?: readonly Departure[] | undefined;
  readonly excluded: Excluded;
}

/** What others need to know of a snapshot: where it lies and how large it is. */
export interface TakenSnapshot {
  readonly runId: string;
  readonly manifest: string;
  readonly recipients: number;
  readonly chunks: number;
  readonly departures?: readonly Departure[] | undefined;
  readonly excluded: Excluded;
}

export interface SnapshotChunks {
  write(take: Take, name: string, recipients: readonly Recipient[]): Promise<SnapshotChunk>;
  /** Writes the recipients of some chunks, in their order, as chunks of these sizes. */
  cutAnew(take: Take, chunks: readonly SnapshotChunk[], sizes: readonly number[]): Promise<readonly SnapshotChunk[]>;
}

export interface Snapshots {
  find(runId: string): Promise<TakenSnapshot | undefined>;
  /** Writes the manifest if there is none yet, and answers with the snapshot that counts. */
  conclude(snapshot: Snapshot): Promise<TakenSnapshot>;
}

type WholeName = Pick<PartRequest, 'runId' | 'attempt' | 'shards' | 'localTime'>;

/** Which parts of a snapshot are done. Writing one down twice is writing it down once: the first counts. */
export interface SnapshotParts {
  find(name: WholeName & Pick<PartRequest, 'shard'>): Promise<SnapshotPart | undefined>;
  record(name: WholeName, part: SnapshotPart): Promise<void>;
  /** The parts that are done, by shard. */
  all(name: WholeName): Promise<readonly SnapshotPart[]>;
}

export type SnapshotProblem =
  | { readonly kind: 'list_not_found' | 'segment_not_found' | 'nobody_to_mail' | 'nobody_selected' }
  | (UnusableSegment & { readonly kind: 'segment_unusable' })
  | { readonly kind: 'import_unfinished'; readonly files: string }
  | { readonly kind: 'zone_unknown'; readonly zone: string };

export interface SnapshotAnnouncements {
  snapshotTaken(snapshot: TakenSnapshot, cause: Cause): Promise<void>;
  snapshotProgressed(runId: string, recipients: number, cause: Cause): Promise<void>;
  snapshotWaits(wait: SnapshotWait, cause: Cause): Promise<void>;
  snapshotFailed(failure: SnapshotFailure, cause: Cause): Promise<void>;
}

export interface SnapshotWait {
  readonly runId: string;
  readonly attempt: number;
  /** A sentence a marketer understands. */
  readonly waitsFor: string;
}

export interface SnapshotFailure {
  readonly runId: string;
  readonly attempt: number;
  readonly code: SnapshotProblem['kind'];
  /** A sentence a marketer understands. */
  readonly message: string;
}
