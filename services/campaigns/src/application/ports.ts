import type { Campaign } from '../domain/campaign.ts';
import type { Control } from '../domain/control.ts';
import type { Exclusion } from '../domain/exclusion.ts';
import type { Start } from '../domain/local-time.ts';
import type { Reconsidered } from '../domain/plan.ts';
import type { Texts } from '../domain/preflight/dns.ts';
import type { Identities } from '../domain/preflight/identity.ts';
import type { Quota } from '../domain/preflight/quota.ts';
import type { RunFact } from '../domain/run-fact.ts';
import type { SenderProfile } from '../domain/sender-profile.ts';

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
