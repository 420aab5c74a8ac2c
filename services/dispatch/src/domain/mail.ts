/** What all mails of a run have in common. */
export interface MailContent {
  readonly from: { readonly name?: string | undefined; readonly address: string };
  readonly replyTo?: string | undefined;
  /** Liquid, as are `html` and `text`. */
  readonly subject: string;
  readonly html: string;
  readonly text?: string | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** Absent for test sends, which belong to no list. */
  readonly list?: MailingList | undefined;
}

/** A file that goes with every mail of a run. */
export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  /** For a picture that the HTML shows by it; other files are attached. */
  readonly contentId?: string | undefined;
  readonly body: Uint8Array;
}

export interface MailingList {
  readonly listId: string;
  readonly name: string;
  /** A recipient's token appended to this is the one-click address. */
  readonly unsubscribeUrl: string;
  /** The names of other lists by which recipients of the run are mailed, by id. */
  readonly others?: ReadonlyMap<string, string> | undefined;
  readonly campaignId: string;
  readonly runId: string;
}

/** A contact in one run. */
export interface Recipient {
  readonly contactId: string;
  readonly address: string;
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The list by which they are mailed; missing where it is the list of the run. */
  readonly listId?: string | undefined;
  /** The import by which they joined that list, where it was one. */
  readonly importId?: string | undefined;
}

/** Somebody who is about to be mailed, and by which list. */
export interface Addressee {
  readonly contactId: string;
  readonly listId: string;
}

/** A mail ready to be handed over: addresses in ASCII, the message as it goes over the wire: `raw`, and behind it what is `shared`. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
  /** What is the same in every mail of a run, one object for all of them. The length of `raw` is then a multiple of three. */
  readonly shared?: Uint8Array | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** A composed mail, or why none can be made for this recipient. */
export type Composed =
  | ({ readonly kind: 'mail' } & Omit<Mail, 'tags'>)
  | { readonly kind: 'refused'; readonly reason: string };

/** How far a suppression reaches: every mail, or the mails of one list. */
export type SuppressionScope = { readonly kind: 'everything' } | { readonly kind: 'list'; readonly listId: string };

/** A contact may not be mailed any more, or again. */
export interface SuppressionChange {
  readonly contactId: string;
  readonly scope: SuppressionScope;
  readonly isSuppressed: boolean;
  readonly at: Date;
}
