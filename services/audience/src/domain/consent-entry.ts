import type { Said } from './consent.ts';

/** How somebody made known what they want, kept to prove it later. */
export interface Evidence {
  /** The contact itself, a member of the team for it, or the mailbox that took our mail or did not. */
  readonly by: 'contact' | 'member' | 'mailbox';
  readonly how: 'one_click' | 'page' | 'form' | 'api' | 'bounce' | 'complaint';
  /** Who of the team, as the issuer of tokens names them. */
  readonly member?: string | undefined;
  /** The run whose mail led to it. */
  readonly runId?: string | undefined;
  /** Why its mail came back, and how many did so in a row where one alone would not have been enough. */
  readonly category?: string | undefined;
  readonly inARow?: number | undefined;
  /** The form that it came through, and when it was filled in. */
  readonly formId?: string | undefined;
  readonly requestedAt?: string | undefined;
  /** The words that were agreed to. */
  readonly words?: string | undefined;
}

/** A line in the history of a contact's consent. */
export interface ConsentEntry {
  readonly said: Said;
  /** Missing where nobody has kept it. */
  readonly evidence?: Evidence | undefined;
}
