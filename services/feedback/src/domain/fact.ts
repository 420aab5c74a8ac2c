import type { Bitmap } from './bitmap.ts';
import { type Bounce, bounces, isBounceKind } from './bounce.ts';
import type { Engaged } from './engaged.ts';
import type { Outcome, OutcomeKind, Recipient } from './outcome.ts';
import type { healthQuestions, Tally } from './tally.ts';
import type { WorstParts } from './worst-parts.ts';

interface OfContact extends Recipient {
  readonly contactId: string;
  readonly at: Date;
  readonly messageId: string;
}

/** Something that other services must hear of. */
export type Fact =
  | (OfContact & { readonly fact: 'recipient_bounced'; readonly bounce: Bounce })
  | (OfContact & { readonly fact: 'recipient_complained' })
  | (Pick<Tally, (typeof healthQuestions)[number]> & {
      readonly fact: 'run_health_changed';
      readonly runId: string;
      readonly at: Date;
      readonly worst?: WorstParts;
    })
  | ReceiptsReported
  | RecipientsEngaged
  | ContactExported;

/** Who opened mails, or followed links, on a day. */
export interface RecipientsEngaged extends Engaged {
  readonly fact: 'recipients_engaged';
  readonly at: Date;
}

/** What happened to the mails of a person who wants to know. */
export interface ContactExported {
  readonly fact: 'contact_exported';
  readonly exportId: string;
  readonly contactId: string;
  readonly part: number;
  readonly mailings: readonly {
    readonly runId: string;
    readonly campaignName?: string | undefined;
    readonly startedAt?: Date | undefined;
    readonly outcomes: readonly OutcomeKind[];
  }[];
  /** The message that asked. */
  readonly causationId: string;
  readonly at: Date;
}

/** Which recipients of a chunk SES has told anything of. Whoever is not among them was not accepted before `asOf`, as far as can be known. */
export interface ReceiptsReported {
  readonly fact: 'receipts_reported';
  readonly runId: string;
  readonly chunk: number;
  readonly probe: string;
  /** When the probe was sent. Never the instant of the report: a probe vouches for nothing that was sent after it. */
  readonly asOf: Date;
  readonly seen: Bitmap;
  /** The message that asked. */
  readonly requestId: string;
  readonly at: Date;
}

/** The fact in an outcome: of one that is not grave, or whose contact nobody told us, there is none. */
export const factOf = ({ kind, contactId, runId, chunk, offset, messageId, at }: Outcome): Fact | undefined => {
  if (contactId === undefined) return undefined;
  const about = { runId, chunk, offset, contactId, messageId, at };

  if (kind === 'complained') return { ...about, fact: 'recipient_complained' };
  if (isBounceKind(kind)) return { ...about, fact: 'recipient_bounced', bounce: bounces[kind] };
  return undefined;
};
