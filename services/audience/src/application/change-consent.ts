import { type Consent, everything, type Said, whatStands } from '../domain/consent.ts';
import type { ConsentEntry } from '../domain/consent-entry.ts';
import type { Announcements, Cause, ConsentHistory, Consents, Erasures } from './ports.ts';

interface Needs {
  readonly consents: Pick<Consents, 'find' | 'save'>;
  readonly history: Pick<ConsentHistory, 'append'>;
  readonly erasures: Pick<Erasures, 'has'>;
  readonly announcements: Announcements;
}

export type ChangeConsent = (entry: ConsentEntry, cause: Cause) => Promise<void>;

/**
 * Records what is said about a contact and tells the platform what stands. What stands is told even if nothing changed:
 * the message that changed it may have died before it could tell. Of whoever has been erased nothing is written any more.
 */
export const makeChangeConsent =
  ({ consents, history, erasures, announcements }: Needs): ChangeConsent =>
  async (entry, cause) => {
    if (await erasures.has(entry.said.contactId)) return;

    await history.append(entry);
    const standing = await record(consents, entry.said);
    await announcements.consentChanged(standing, cause);
  };

const record = async (consents: Needs['consents'], said: Said): Promise<Consent> => {
  const known = (await consents.find(said.scope, [said.contactId])).get(said.contactId);
  const standing = whatStands(known, said);
  if (standing === known || (await consents.save(standing, known))) return standing;
  return record(consents, said);
};

export interface Outcome {
  readonly contactId: string;
  readonly at: string;
  readonly reason: 'hard_bounce' | 'complaint';
  /** The run whose mail it was. */
  readonly runId: string;
  /** Why it came back, where that is known. */
  readonly category?: string | undefined;
}

export type RecordOutcome = (outcome: Outcome, cause: Cause) => Promise<void>;

/** Stops all mail to an address that does not exist, or whose owner calls our mail spam. */
export const makeRecordOutcome =
  (changeConsent: ChangeConsent): RecordOutcome =>
  ({ contactId, at, reason, runId, category }, cause) =>
    changeConsent(
      {
        said: { contactId, at, scope: everything, isSuppressed: true, reason },
        evidence: { by: 'mailbox', how: reason === 'complaint' ? 'complaint' : 'bounce', runId, category },
      },
      cause,
    );
