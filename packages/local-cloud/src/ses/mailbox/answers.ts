import type { Outcome } from './outcome.ts';

/** A message in a list. */
export interface ListedMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly size: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly outcomes: readonly string[];
}

/** One page of a list. */
export interface MailPage {
  readonly messages: readonly ListedMail[];
  readonly next: string | null;
  readonly stored: number;
  readonly dropped: number;
  readonly version: number;
}

export interface ToldEvent {
  readonly type: string;
  readonly at: string;
  readonly recipient: string | undefined;
  readonly note: string | undefined;
  readonly topics: number;
}

export interface Attached {
  readonly index: number;
  readonly filename: string;
  readonly mimeType: string;
  readonly size: number;
}

/** A message, whole. What it does not have is undefined, and so not in the JSON. */
export interface Message extends ListedMail {
  readonly configurationSet: string | undefined;
  readonly events: readonly ToldEvent[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly attachments: readonly Attached[];
}

/** The figures of all runs or of one; the page needs these of them. */
export interface SummaryAnswer {
  readonly accepted: number;
  readonly recipients: number;
  readonly sentTwice: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly version: number;
  readonly runs: readonly string[];
}
