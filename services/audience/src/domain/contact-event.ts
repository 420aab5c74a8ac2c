/**
 * What happened to a contact and is kept for people to see. Another kind of thing is another case here: whatever is written
 * down as one is on the timeline, in the export, and goes when the person is forgotten. Nothing that comes with every mail.
 */
export type ContactEvent = Edited | SoftBounced;

export interface Edited {
  readonly kind: 'edited';
  /** An instant. */
  readonly at: string;
  /** The names of the fields that say something else now. */
  readonly fields: readonly string[];
  /** Who of the team, as the issuer of tokens names them. */
  readonly member?: string | undefined;
}

/** A mail came back, though not for good. One that came back for good is a word about the contact's consent. */
export interface SoftBounced {
  readonly kind: 'soft_bounced';
  /** An instant. */
  readonly at: string;
  readonly runId: string;
  /** Why; missing where nobody says. */
  readonly category?: string | undefined;
}
