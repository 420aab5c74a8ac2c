/** What can happen to a mail, as far as SES tells. `sent_twice` is our own finding: two mails for one recipient. */
export const outcomeKinds = [
  'sent',
  'sent_twice',
  'delivered',
  'bounced_permanent',
  'bounced_transient',
  'bounced_undetermined',
  'complained',
  'delayed',
  'opened',
  'clicked',
  'rejected',
  'rendering_failed',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A recipient of a run: the line of a chunk of its snapshot. */
export interface Recipient {
  readonly runId: string;
  readonly chunk: number;
  readonly offset: number;
}

/** One thing that SES says has happened to one mail of ours. */
export interface Outcome extends Recipient {
  readonly kind: Exclude<OutcomeKind, 'sent_twice'>;
  /** SES's id of the mail. */
  readonly messageId: string;
  /** Whom the mail was for; absent where the sender did not say. */
  readonly contactId?: string;
  /** The domain of the address that the mail went to, and the import by which its recipient joined; absent where they are not known. */
  readonly domain?: string;
  readonly importId?: string;
  /** Nobody has opened or followed anything: a program has. */
  readonly isByMachine?: true;
  readonly at: Date;
}

/** An outcome that others must hear of. */
export const isGrave = ({ kind }: Outcome): boolean => kind === 'complained' || kind.startsWith('bounced_');
