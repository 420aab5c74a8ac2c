import { type Consent, type Scope, type SuppressionReason, whatStands } from '../domain/consent.ts';
import type { Announcements, Cause, Consents } from './ports.ts';

interface Needs {
  readonly consents: Consents;
  readonly announcements: Announcements;
}

export type ChangeConsent = (said: Consent, cause: Cause) => Promise<void>;

/**
 * Records what is said about a contact and tells the platform what stands. What stands is told even if nothing changed:
 * the message that changed it may have died before it could tell.
 */
export const makeChangeConsent =
  ({ consents, announcements }: Needs): ChangeConsent =>
  async (said, cause) => {
    const standing = await record(consents, said);
    await announcements.consentChanged(standing, cause);
  };

const record = async (consents: Consents, said: Consent): Promise<Consent> => {
  const known = (await consents.find(said.scope, [said.contactId])).get(said.contactId);
  const standing = whatStands(known, said);
  if (standing === known || (await consents.replace(standing, known))) return standing;
  return record(consents, said);
};

export interface Outcome {
  readonly contactId: string;
  readonly at: string;
  readonly reason: Extract<SuppressionReason, 'hard_bounce' | 'complaint'>;
}

export type RecordOutcome = (outcome: Outcome, cause: Cause) => Promise<void>;

const everywhere: Scope = { kind: 'everything' };

/** Stops all mail to an address that does not exist, or whose owner calls our mail spam. */
export const makeRecordOutcome =
  (changeConsent: ChangeConsent): RecordOutcome =>
  ({ contactId, at, reason }, cause) =>
    changeConsent({ contactId, at, scope: everywhere, isSuppressed: true, reason }, cause);
