import type { Brand } from '../domain/brand.ts';
import type { Consent, Scope, SuppressionReason } from '../domain/consent.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { Contact } from '../domain/contact.ts';
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

export interface NamedPageRequest extends PageRequest {
  /** What must be in the name; of everything where nothing is said. */
  readonly named?: string | undefined;
}

export interface Lists {
  /** Answers false, and adds nothing, where there are so many already. */
  add(list: List, atMost: number): Promise<boolean>;
  find(listId: string): Promise<List | undefined>;
  /** The newest first. Of those with a name like this, a page may have few, or none, and yet have a cursor: so many others lie between them. */
  page(request: NamedPageRequest): Promise<Page<List>>;
  /** Without one, takes it away. Answers whether there is such a list. */
  setBrand(listId: string, brand: Brand | undefined): Promise<boolean>;
}

/** Who has been put on a list. Whether they may be mailed is not said here. */
export interface Members {
  /** Adding somebody twice is adding them once. Answers with those who were not there. */
  add(listId: string, contactIds: readonly string[]): Promise<readonly string[]>;
  remove(listId: string, contactId: string): Promise<void>;
  /** The members in one shard after `after`, sorted. */
  inShard(listId: string, shard: number, after?: string): AsyncIterable<readonly string[]>;
  /** Those of some contacts who are on a list. What was written a moment ago may be missing. */
  among(listId: string, contactIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Reads them all. */
  count(listId: string): Promise<number>;
}

export interface Contacts {
  find(contactIds: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
  /** Writes contacts that are still at the revision they were read at. Answers with the ids of those that are not. */
  save(contacts: readonly Contact[]): Promise<readonly string[]>;
  /** Removes a contact with everything that is kept beside it. Answers with the lists that it was on at the last moment. */
  remove(contactId: string): Promise<readonly string[]>;
}

export interface Suppressed {
  readonly contactId: string;
  readonly reason: SuppressionReason;
}

export interface Consents {
  find(scope: Scope, contactIds: readonly string[]): Promise<ReadonlyMap<string, Consent>>;
  /** Writes a consent that is still as it was read (`known`); answers whether it was written. */
  save(next: Consent, known: Consent | undefined): Promise<boolean>;
  remove(scope: Scope, contactId: string): Promise<void>;
  /** Everybody in one shard who may not be mailed within the scope, sorted. */
  suppressedIn(scope: Scope, shard: number): AsyncIterable<readonly Suppressed[]>;
  /** Reads them all. */
  countSuppressed(scope: Scope): Promise<number>;
}

/** Who has been forgotten and must not be mailed again. Says nothing of who they were. */
export interface Erasures {
  /** Answers false for whoever has come back by themselves after that. */
  add(contactId: string, at: string): Promise<boolean>;
  has(contactId: string): Promise<boolean>;
  /** Those of a few contacts who have been. */
  among(contactIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Fetches them all, so that many can be asked about. */
  tester(): Promise<(contactId: string) => boolean>;
}

export interface ErasureCommands {
  erase(contactId: string, at: string, cause: Cause): Promise<void>;
}

export interface ErasureAnnouncements {
  contactErased(contactId: string, at: string, cause: Cause): Promise<void>;
}

export interface ConsentCommands {
  change(entry: ConsentEntry, cause: Cause): Promise<void>;
}

/** Everything that was ever said about a contact's consent. Writing it down twice is writing it down once. */
export interface ConsentHistory {
  append(entry: ConsentEntry): Promise<void>;
  remove(contactId: string): Promise<void>;
  /** Newest first. */
  page(contactId: string, request: PageRequest): Promise<Page<ConsentEntry>>;
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

/** Links as mails have them, by which nobody leaves: to see whether such links work. */
export interface LinkChecks {
  make(): Promise<string>;
  isGenuine(token: string): Promise<boolean>;
}

/** What the rest of the platform is told. */
export interface Announcements {
  consentChanged(consent: Consent, cause: Cause): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A new id that sorts after earlier ones. */
  next(prefix: 'lst' | 'seg' | 'imp' | 'take' | 'frm' | 'cnf' | 'exp'): string;
}
