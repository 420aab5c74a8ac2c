import type { Consent, Scope, SuppressionReason } from '../domain/consent.ts';
import type { Arrival, Contact } from '../domain/contact.ts';
import type { Import } from '../domain/import.ts';
import type { List } from '../domain/list.ts';

/** Why something happens: carried from the request or the message that started it. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
}

/** A part of something long, and where the next part begins. */
export interface Page<Thing> {
  readonly items: readonly Thing[];
  readonly cursor?: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Lists {
  add(list: List): Promise<void>;
  find(listId: string): Promise<List | undefined>;
  page(request: PageRequest): Promise<Page<List>>;
}

/** Who has been put on a list. Whether they may be mailed is not said here. */
export interface Members {
  /** Adding somebody twice is adding them once. */
  add(listId: string, contactIds: readonly string[]): Promise<void>;
  /** The members in one shard after `after`, sorted. */
  inShard(listId: string, shard: number, after?: string): AsyncIterable<readonly string[]>;
  count(listId: string): Promise<number>;
}

export interface Contacts {
  find(contactIds: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
  /** Writes contacts that are still at the revision they were read at. Answers with the ids of those that are not. */
  save(contacts: readonly Contact[]): Promise<readonly string[]>;
}

export interface Consents {
  find(scope: Scope, contactIds: readonly string[]): Promise<ReadonlyMap<string, Consent>>;
  /** Writes what stands unless it has changed since it was `known`; answers whether it was written. */
  replace(next: Consent, known: Consent | undefined): Promise<boolean>;
  /** Everybody in one shard who may not be mailed within the scope. */
  suppressedIn(scope: Scope, shard: number): Promise<ReadonlyMap<string, SuppressionReason>>;
  countSuppressed(scope: Scope): Promise<number>;
}

export interface Imports {
  add(request: Import): Promise<void>;
  find(importId: string): Promise<Import | undefined>;
  /** Writes an import that is still at the revision it was read at; answers whether it was written. */
  save(next: Import): Promise<boolean>;
  /** The imports into a list, newest first. */
  page(listId: string, request: PageRequest): Promise<Page<Import>>;
}

/** Which chunks of an attempt are written. Writing one down twice is writing it down once. */
export interface WrittenChunks {
  record(chunk: ChunkName, contacts: number): Promise<void>;
  sum(importId: string, attempt: string): Promise<{ readonly chunks: number; readonly contacts: number }>;
}

export interface ChunkName {
  readonly importId: string;
  readonly attempt: string;
  readonly chunk: number;
}

/** A file as it was uploaded. */
export interface Upload {
  readonly bytes: number;
  readonly etag: string;
  /** The replay that made this version of the file; 0 for the upload itself. */
  readonly replay: number;
}

export interface Uploads {
  /** Permission to upload one file within the hour. */
  permit(importId: string): Promise<UploadPermit>;
  find(importId: string): Promise<Upload | undefined>;
  /** @throws RetryableError `upload_changed` if the file is another one by now */
  read(importId: string, etag: string): Promise<Uint8Array>;
  /** Writes the file over itself, so that it is announced again as that replay's. */
  announceAgain(importId: string, replay: number): Promise<void>;
}

export interface UploadPermit {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** What an import leaves in storage. */
export interface ImportFiles {
  /** Answers with the URI to read it from. */
  writeChunk(chunk: ChunkName, contacts: readonly Arrival[]): Promise<string>;
  /** @throws PermanentError `chunk_missing` */
  readChunk(uri: string): Promise<readonly Arrival[]>;
  /** Answers with what `linkToRejectedRows` asks for. */
  writeRejectedRows(name: Omit<ChunkName, 'chunk'>, csv: string): Promise<string>;
  /** An address under which the file can be fetched for 15 minutes. */
  linkToRejectedRows(key: string, fileName: string): Promise<string>;
}

/** Commands to our own queues. */
export interface ChunkCommands {
  write(chunks: readonly ChunkToWrite[], cause: Cause): Promise<void>;
}

export interface ChunkToWrite extends ChunkName {
  readonly listId: string;
  readonly uri: string;
  readonly contacts: number;
}

export interface ConsentCommands {
  change(consent: Consent, cause: Cause): Promise<void>;
}

/** A line of a snapshot's chunk. */
export interface Recipient extends Arrival {
  /** Lets its bearer unsubscribe this contact. */
  readonly token: string;
}

export interface SnapshotChunk {
  readonly uri: string;
  readonly etag: string;
  readonly recipients: number;
}

export interface Snapshot {
  readonly runId: string;
  readonly list: List;
  readonly fields: readonly string[];
  readonly chunks: readonly SnapshotChunk[];
  readonly excluded: Excluded;
}

export interface Excluded {
  readonly unsubscribed: number;
  readonly suppressed: number;
}

/** What others need to know of a snapshot: where it lies and how large it is. */
export interface TakenSnapshot {
  readonly runId: string;
  readonly manifest: string;
  readonly recipients: number;
  readonly chunks: number;
  readonly excluded: Excluded;
}

export interface Snapshots {
  find(runId: string): Promise<TakenSnapshot | undefined>;
  /** Chunks of different takes do not touch each other: only the manifest says which take counts. */
  writeChunk(take: Take, chunk: number, recipients: readonly Recipient[]): Promise<SnapshotChunk>;
  /** Writes the manifest if there is none yet, and answers with the snapshot that counts. */
  conclude(snapshot: Snapshot): Promise<TakenSnapshot>;
}

export interface Take {
  readonly runId: string;
  readonly takeId: string;
}

/** What a bearer of a token may unsubscribe. */
export interface UnsubscribeClaim {
  readonly contactId: string;
  readonly scope: Scope;
  readonly runId: string;
}

export interface UnsubscribeTokens {
  /** Fetches the key once, so that `sign` need not wait. */
  signer(): Promise<(claim: UnsubscribeClaim) => string>;
  /** The claim of a token that we signed; `undefined` for any other text. */
  verify(token: string): Promise<UnsubscribeClaim | undefined>;
}

/** What the rest of the platform is told. */
export interface Announcements {
  consentChanged(consent: Consent, cause: Cause): Promise<void>;
  snapshotTaken(snapshot: TakenSnapshot, cause: Cause): Promise<void>;
  snapshotProgressed(runId: string, recipients: number, cause: Cause): Promise<void>;
  snapshotFailed(failure: { runId: string; code: string; message: string }, cause: Cause): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A new id that sorts after earlier ones. */
  next(prefix: 'lst' | 'imp' | 'take'): string;
}
