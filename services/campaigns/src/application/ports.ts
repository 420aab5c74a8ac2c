import type { Campaign } from '../domain/campaign.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { Control } from '../domain/control.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import type { Health } from '../domain/guardrail.ts';
import type { Start } from '../domain/local-time.ts';
import type { Media } from '../domain/media.ts';
import type { Reconsidered, WaveResult } from '../domain/plan.ts';
import type { Texts } from '../domain/preflight/dns.ts';
import type { Identities } from '../domain/preflight/identity.ts';
import type { Quota } from '../domain/preflight/quota.ts';
import type { Run } from '../domain/run.ts';
import type { RunFact } from '../domain/run-fact.ts';
import type { Sender } from '../domain/sender.ts';
import type { SenderProfile } from '../domain/sender-profile.ts';
import type { Snapshot, SnapshotProgress } from '../domain/snapshot.ts';
import type { Content, Template } from '../domain/template.ts';
import type { KeptWave, WaveEnd } from '../domain/timeline.ts';
import type { WorstParts } from '../domain/worst-parts.ts';

/** Why something is happening: the chain it belongs to and the message that led to it. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
}

export interface Clock {
  now(): Date;
}

export interface Page<Thing> {
  readonly items: readonly Thing[];
  readonly cursor?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface CampaignsRequest extends PageRequest {
  /** Only campaigns of one of these. */
  readonly among?: readonly Campaign['status'][] | undefined;
}

export interface Campaigns {
  find(campaignId: string): Promise<Campaign | undefined>;
  /** Newest first. */
  list(page: CampaignsRequest): Promise<Page<Campaign>>;
  /**
   * Stores a campaign in its next version.
   * @throws RetryableError `campaign_changed` if the stored version is not the one before
   */
  save(campaign: Campaign): Promise<void>;
  /** @throws RetryableError `campaign_changed` if the stored version is not this one */
  remove(campaign: Pick<Campaign, 'id' | 'version'>): Promise<void>;
}

export interface Templates {
  find(templateId: string): Promise<Template | undefined>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Template>>;
  /**
   * Stores a template in its next version.
   * @throws RetryableError `template_changed` if the stored version is not the one before
   */
  save(template: Template): Promise<void>;
  /** @throws RetryableError `template_changed` if the stored version is not this one */
  remove(template: Pick<Template, 'id' | 'version'>): Promise<void>;
}

/** Senders that people have set up. */
export interface Senders {
  find(senderId: string): Promise<SenderProfile | undefined>;
  /** By id, backwards. */
  list(page: PageRequest): Promise<Page<SenderProfile>>;
  /**
   * Stores a sender in its next version.
   * @throws RetryableError `sender_changed` if the stored version is not the one before
   */
  save(profile: SenderProfile): Promise<void>;
  /** @throws RetryableError `sender_changed` if the stored version is not this one */
  remove(profile: Pick<SenderProfile, 'id' | 'version'>): Promise<void>;
}

/** What is known of the files for mails. */
export interface MediaShelf {
  find(mediaId: string): Promise<Media | undefined>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Media>>;
  save(media: Media): Promise<void>;
  remove(media: Pick<Media, 'id' | 'version'>): Promise<void>;
}

/** What a client needs in order to upload a file. */
export interface UploadPermit {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** The files themselves. */
export interface MediaFiles {
  permit(media: Media): Promise<UploadPermit>;
  isUploaded(mediaId: string): Promise<boolean>;
  /** Where it can be looked at for a while. */
  link(media: Media): Promise<string>;
  remove(mediaId: string): Promise<void>;
}

/** A file of a mail, under the name that its readers see. One with a content id is shown in the HTML. */
export interface ChosenFile {
  readonly media: Media;
  readonly fileName: string;
  readonly contentId?: string;
}

/** A place in an author's Liquid, from 1. */
export interface LiquidError {
  readonly part: keyof Content;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface LiquidChecker {
  /** The merge fields that the content uses, or what is wrong with it. */
  check(content: Content): { readonly fields: readonly string[] } | { readonly errors: readonly LiquidError[] };
}

export interface LiquidRenderer {
  /** One recipient's mail, or why it cannot be made. */
  render(
    content: Content,
    fields: Readonly<Record<string, string>>,
  ): Required<Content> | { readonly errors: readonly LiquidError[] };
}

/** The text part of a mail whose author wrote only HTML: Liquid too. */
export type DeriveText = (html: string) => string;

/** How many milliseconds of a core one mail takes, for somebody who has all of these fields. */
export type MeasureRendering = (content: Required<Content>, fields: readonly string[]) => number;

/** Everything that is known of a run, as of now. */
export interface KnownRun {
  readonly run: Run;
  readonly control: Control;
  readonly health: Health;
  /** Where most of the harm comes from, as it was said with the health. */
  readonly worst?: WorstParts;
  readonly snapshot?: Snapshot;
  readonly snapshotProgress?: SnapshotProgress;
  /** How the wave ended that is open in the run's plan, if dispatch has said so. */
  readonly openResult?: WaveResult;
  /** What dispatch can send, if it has said so. */
  readonly capacity?: Capacity | undefined;
}

export interface Runs {
  /** Strongly consistent. */
  find(runId: string): Promise<KnownRun | undefined>;
  /** @throws RetryableError `run_changed` if the stored revision is not this one */
  save(run: Run): Promise<void>;
}

/** How the waves of runs ended. */
export interface Waves {
  /** The last of them, at most so many, in their order. */
  of(runId: string, most: number): Promise<readonly KeptWave[]>;
}

/** What the others have said of a run. Each is kept when it is heard, whatever the run is doing. */
export interface RunFacts {
  /** The first of a run counts. */
  keepSnapshot(runId: string, snapshot: Snapshot): Promise<void>;
  /** The latest counts. */
  keepSnapshotProgress(runId: string, progress: SnapshotProgress): Promise<void>;
  /** The first of a wave counts. */
  keepWave(runId: string, result: WaveResult, ended?: WaveEnd): Promise<void>;
  /** The latest counts. */
  keepHealth(runId: string, health: Health, worst?: WorstParts): Promise<void>;
  /** The latest counts. */
  keepCapacity(runId: string, capacity: Capacity): Promise<void>;
  /** Whether a waiting step need not wait: a cancelled run waits for no recipients. Strongly consistent. */
  isAnswered(runId: string, step: WaitingStep): Promise<boolean>;
}

export interface Controls {
  /** Strongly consistent; a run that nobody ever controlled has the fresh one. */
  find(runId: string): Promise<Control>;
  /** Stores the next revision; false if somebody else stored one first. */
  save(runId: string, control: Control): Promise<boolean>;
}

/** A state of the run that waits for somebody else. */
export type WaitingStep =
  | { readonly step: 'snapshot' }
  | { readonly step: 'wave'; readonly wave: number }
  | { readonly step: 'resume' }
  | { readonly step: 'window' };

/** Task tokens: what lets a waiting state go on. They never leave this service. */
export interface TaskTokens {
  keep(runId: string, step: WaitingStep, token: string): Promise<void>;
  /** A state that was tried again has several; only one is alive. Strongly consistent. */
  of(runId: string, step: WaitingStep): Promise<readonly string[]>;
  forget(runId: string, step: WaitingStep, tokens: readonly string[]): Promise<void>;
}

/** Waiting states. A token that nobody waits for any more is no error: the state has gone on already. */
export interface WaitingStates {
  succeed(token: string): Promise<void>;
  fail(token: string, reason: { readonly error: string; readonly cause: string }): Promise<void>;
  beat(token: string): Promise<void>;
}

export interface Execution {
  readonly runId: string;
  readonly campaignId: string;
  readonly attempt: number;
  readonly correlationId: string;
  /** Whom this attempt mails besides those who are still to be mailed. */
  readonly reconsider?: readonly Reconsidered[] | undefined;
}

export interface Executions {
  /** Starts the state machine; an execution that exists already is the one that was asked for. */
  start(execution: Execution): Promise<void>;
}

export interface Schedules {
  /** Starts the execution at a time, then takes back the times of earlier attempts. */
  set(execution: Execution, at: Date): Promise<void>;
  /** Takes back the time of an attempt, and those of earlier ones. */
  clear(execution: Pick<Execution, 'runId' | 'attempt'>): Promise<void>;
}

export interface Announcements {
  /** Tells the others. Telling again is harmless: a message's id is derived from its fact. */
  announce(facts: readonly RunFact[], cause: Cause): Promise<void>;
}

export type Command =
  | { readonly command: 'launch'; readonly campaignId: string; readonly version: number }
  | ({ readonly command: 'schedule'; readonly campaignId: string; readonly version: number } & Start)
  | { readonly command: 'unschedule'; readonly campaignId: string; readonly version: number }
  | {
      readonly command: 'change_control';
      readonly runId: string;
      readonly control: Control['control'];
      readonly attempt: number;
      readonly requestId: string;
      readonly exclude?: Exclusion;
    }
  | { readonly command: 'retry'; readonly runId: string; readonly attempt: number }
  | {
      readonly command: 'complete';
      readonly runId: string;
      readonly attempt: number;
      readonly reconsider?: readonly Reconsidered[];
    }
  | { readonly command: 'request_test'; readonly testId: string; readonly campaignId: string; readonly test: string };

export interface Commands {
  /** Hands a change to the own queue, whose consumer makes it and tells the others. */
  send(command: Command, cause: Cause): Promise<void>;
}

/** What a run or a test sends, fixed. */
export interface FrozenContent extends Content {
  readonly runId: string;
  readonly campaignId: string;
  readonly listId: string;
  readonly from: Sender;
  readonly replyTo?: string;
  readonly fields: readonly string[];
  readonly attachments?: readonly FrozenFile[];
}

/** A copy of a file that nobody can change. */
export interface FrozenFile {
  readonly uri: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly contentId?: string;
}

export interface TestRecipient {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What SES says of the account; nothing where it does not answer in time. */
export interface MailAccount {
  identities(asked: readonly string[]): Promise<Identities | undefined>;
  quota(): Promise<Quota | undefined>;
  isSendingEnabled(): Promise<boolean | undefined>;
}

export interface DnsTexts {
  /** All texts of the first of these names that has any. */
  of(names: readonly string[]): Promise<Texts>;
}

/** Where the links of HTML lead, as they are written. */
export type ReadLinks = (html: string) => readonly string[];

/** The part of the bucket that others may read. */
export interface Exchange {
  /** Returns the object's S3 URI. */
  freeze(content: FrozenContent): Promise<string>;
  /** Copies a file for a run, or for a test, alone; `undefined` if nobody has uploaded it. */
  keepFile(runId: string, file: ChosenFile): Promise<FrozenFile | undefined>;
  keepTest(testId: string, content: FrozenContent, recipients: readonly TestRecipient[]): Promise<string>;
}

/** What was frozen, for people to look at. */
export interface FrozenContents {
  /** `undefined` if it is not there any more. */
  read(uri: string): Promise<FrozenContent | undefined>;
  /** An address at which whoever has it can get a file for some minutes. */
  link(file: FrozenFile): Promise<string>;
}
