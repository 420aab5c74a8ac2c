import type {
  Announcements,
  Cause,
  Clock,
  ConsentCommands,
  Ids,
  Recipient,
  Snapshot,
  SnapshotChunk,
  Snapshots,
  Take,
  TakenSnapshot,
  UnsubscribeClaim,
  UnsubscribeTokens,
} from '../application/ports.ts';
import type { Consent } from '../domain/consent.ts';

export const clockAt = (instant: string): Clock => ({ now: () => new Date(instant) });

/** Ids that count. */
export const countingIds = (): Ids => {
  let last = 0;
  return {
    next: (prefix) => {
      last += 1;
      return `${prefix}_${last}`;
    },
  };
};

/** Remembers what the platform was told, in order. */
export class RecordingAnnouncements implements Announcements {
  readonly consents: Consent[] = [];
  readonly taken: TakenSnapshot[] = [];
  readonly progress: number[] = [];
  readonly failures: { runId: string; code: string; message: string }[] = [];
  readonly causes: Cause[] = [];

  async consentChanged(consent: Consent, cause: Cause): Promise<void> {
    this.consents.push(consent);
    this.causes.push(cause);
  }

  async snapshotTaken(snapshot: TakenSnapshot): Promise<void> {
    this.taken.push(snapshot);
  }

  async snapshotProgressed(_runId: string, recipients: number): Promise<void> {
    this.progress.push(recipients);
  }

  async snapshotFailed(failure: { runId: string; code: string; message: string }): Promise<void> {
    this.failures.push(failure);
  }
}

export class RecordingConsentCommands implements ConsentCommands {
  readonly sent: Consent[] = [];

  async change(consent: Consent): Promise<void> {
    this.sent.push(consent);
  }
}

/** Tokens that anybody could forge: their claim in plain JSON. */
export class PlainTokens implements UnsubscribeTokens {
  readonly #claims = new Map<string, UnsubscribeClaim>();

  async signer(): Promise<(claim: UnsubscribeClaim) => string> {
    return (claim) => {
      const token = `token-${claim.contactId}`;
      this.#claims.set(token, claim);
      return token;
    };
  }

  async verify(token: string): Promise<UnsubscribeClaim | undefined> {
    return this.#claims.get(token);
  }
}

export class InMemorySnapshots implements Snapshots {
  readonly chunks = new Map<string, readonly Recipient[]>();
  readonly concluded = new Map<string, Snapshot>();

  async find(runId: string): Promise<TakenSnapshot | undefined> {
    const snapshot = this.concluded.get(runId);
    return snapshot && taken(snapshot);
  }

  async writeChunk({ runId, takeId }: Take, chunk: number, recipients: readonly Recipient[]): Promise<SnapshotChunk> {
    const uri = `s3://test/${runId}/${takeId}/${chunk}`;
    this.chunks.set(uri, recipients);
    return { uri, etag: `etag-${chunk}`, recipients: recipients.length };
  }

  async conclude(snapshot: Snapshot): Promise<TakenSnapshot> {
    const first = this.concluded.get(snapshot.runId) ?? snapshot;
    this.concluded.set(snapshot.runId, first);
    return taken(first);
  }

  /** The recipients of the snapshot that counts, chunk by chunk. */
  recipientsOf(runId: string): readonly (readonly Recipient[])[] {
    return (this.concluded.get(runId)?.chunks ?? []).map(({ uri }) => this.chunks.get(uri) ?? []);
  }
}

const taken = ({ runId, chunks, excluded }: Snapshot): TakenSnapshot => ({
  runId,
  manifest: `s3://test/${runId}/manifest.json`,
  recipients: chunks.reduce((sum, { recipients }) => sum + recipients, 0),
  chunks: chunks.length,
  excluded,
});
