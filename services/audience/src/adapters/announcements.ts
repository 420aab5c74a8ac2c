import { message } from '@bulkhead/contracts';

import type { Announcements, Cause, Clock, ErasureAnnouncements } from '../application/ports.ts';
import type {
  SnapshotAnnouncements,
  SnapshotFailure,
  SnapshotWait,
  TakenSnapshot,
} from '../application/snapshot/ports.ts';
import type { Consent } from '../domain/consent.ts';

interface Publisher {
  publish(...events: readonly { readonly id: string; readonly type: string }[]): Promise<void>;
}

/** Tells the platform in the words of the contracts. Ids are derived from what happened, so telling twice is telling once. */
export class EventAnnouncements implements Announcements, SnapshotAnnouncements, ErasureAnnouncements {
  readonly #events: Publisher;
  readonly #clock: Clock;

  constructor(events: Publisher, clock: Clock) {
    this.#events = events;
    this.#clock = clock;
  }

  async consentChanged(consent: Consent, cause: Cause): Promise<void> {
    const { contactId, scope, at } = consent;
    const about = { source: 'audience', subject: contactId, time: new Date(at), cause } as const;
    const id = `contact:${contactId}:${scope.kind === 'list' ? scope.listId : 'everything'}:${at}`;
    await this.#events.publish(
      consent.isSuppressed
        ? message({
            ...about,
            id: `${id}:${consent.reason}`,
            type: 'contact.suppressed.v1',
            data: { contactId, scope, at, reason: consent.reason },
          })
        : message({ ...about, id: `${id}:reinstated`, type: 'contact.reinstated.v1', data: { contactId, scope, at } }),
    );
  }

  async contactErased(contactId: string, at: string, cause: Cause): Promise<void> {
    const id = `contact:${contactId}:erased:${at}`;
    const about = { source: 'audience', subject: contactId, time: new Date(at), cause } as const;
    await this.#events.publish(message({ ...about, id, type: 'contact.erased.v1', data: { contactId, at } }));
  }

  async snapshotTaken({ departures, ...taken }: TakenSnapshot, cause: Cause): Promise<void> {
    const data = { ...taken, ...(departures && { departures: [...departures] }) };
    const id = `${taken.runId}:snapshot:taken`;
    await this.#events.publish(
      message({ ...this.#about(data.runId, cause), id, type: 'audience.snapshot_taken.v1', data }),
    );
  }

  async snapshotProgressed(runId: string, recipients: number, cause: Cause): Promise<void> {
    const id = `${runId}:snapshot:progressed:${recipients}`;
    const data = { runId, recipients };
    await this.#events.publish(
      message({ ...this.#about(runId, cause), id, type: 'audience.snapshot_progressed.v1', data }),
    );
  }

  async snapshotWaits(wait: SnapshotWait, cause: Cause): Promise<void> {
    const about = this.#about(wait.runId, cause);
    const id = `${wait.runId}:snapshot:${wait.attempt}:waits:${about.time.toISOString()}`;
    const data = { ...wait, recipients: 0 };
    await this.#events.publish(message({ ...about, id, type: 'audience.snapshot_progressed.v1', data }));
  }

  async snapshotFailed(data: SnapshotFailure, cause: Cause): Promise<void> {
    const id = `${data.runId}:snapshot:${data.attempt}:failed`;
    await this.#events.publish(
      message({ ...this.#about(data.runId, cause), id, type: 'audience.snapshot_failed.v1', data }),
    );
  }

  #about(runId: string, cause: Cause) {
    return { source: 'audience', subject: runId, time: this.#clock.now(), cause } as const;
  }
}
