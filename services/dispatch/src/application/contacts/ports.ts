import type { SuppressionScope } from '../../domain/mail.ts';
import type { RecipientState } from '../../domain/recipient-state.ts';
import type { Cause } from '../ports.ts';

/** What is known of whether somebody may be mailed, as it was told. */
export interface HeldSuppression {
  readonly scope: SuppressionScope;
  readonly isSuppressed: boolean;
  readonly at: Date;
}

/** Our copy of suppressions, for the persons it is about. */
export interface SuppressionsOfContact {
  of(contactId: string): Promise<readonly HeldSuppression[]>;
}

export interface Erasures {
  /**
   * Forgets what was said of a contact until then, but keeps that it may not be mailed, until no snapshot is kept any more that may name it.
   * What was said before and comes later changes nothing; what is said later counts: people come back.
   */
  erase(contactId: string, at: Date): Promise<void>;
}

/** A part of the question what is held of a person. */
export interface ExportRequest {
  readonly exportId: string;
  readonly contactId: string;
  readonly part: number;
  /** The places of the person in runs. */
  readonly mailings: readonly { readonly runId: string; readonly chunk: number; readonly offset: number }[];
}

export interface ExportedContact extends Pick<ExportRequest, 'exportId' | 'contactId' | 'part'> {
  readonly suppressions: readonly HeldSuppression[];
  readonly mailings: readonly { readonly runId: string; readonly state: RecipientState }[];
}

export interface ExportAnswers {
  contactExported(held: ExportedContact, cause: Cause): Promise<void>;
}
