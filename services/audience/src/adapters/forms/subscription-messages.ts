import { type ConfirmSubscriptionV1, message, type TakeSubmissionV1 } from '@bulkhead/contracts';

import type { ConfirmationAnnouncements, SubscriptionCommands } from '../../application/forms/ports.ts';
import type { Cause, Clock } from '../../application/ports.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Sends what came through a form, and what was confirmed, to be dealt with. */
export class SqsSubscriptionCommands implements SubscriptionCommands {
  readonly #queue: Queue;
  readonly #clock: Clock;

  constructor(queue: Queue, clock: Clock) {
    this.#queue = queue;
    this.#clock = clock;
  }

  async take(confirmationId: string, cause: Cause): Promise<void> {
    const command: TakeSubmissionV1 = message({
      id: `${confirmationId}:submitted`,
      type: 'take_submission.v1',
      source: 'audience',
      subject: confirmationId,
      time: this.#clock.now(),
      cause,
      data: { confirmationId },
    });
    await this.#queue.send([command]);
  }

  async confirm(confirmationId: string, at: string, cause: Cause): Promise<void> {
    const command: ConfirmSubscriptionV1 = message({
      id: `${confirmationId}:confirmed:${at}`,
      type: 'confirm_subscription.v1',
      source: 'audience',
      subject: confirmationId,
      time: new Date(at),
      cause,
      data: { confirmationId, at },
    });
    await this.#queue.send([command]);
  }
}

interface Publisher {
  publish(...events: readonly { readonly id: string; readonly type: string }[]): Promise<void>;
}

/** Tells dispatch that a mailbox is to be asked. */
export class ConfirmationEvents implements ConfirmationAnnouncements {
  readonly #events: Publisher;
  readonly #clock: Clock;

  constructor(events: Publisher, clock: Clock) {
    this.#events = events;
    this.#clock = clock;
  }

  async confirmationRequested(confirmationId: string, mail: string, cause: Cause): Promise<void> {
    await this.#events.publish(
      message({
        id: `${confirmationId}:requested`,
        type: 'contact.confirmation_requested.v1',
        source: 'audience',
        subject: confirmationId,
        time: this.#clock.now(),
        cause,
        data: { confirmationId, mail },
      }),
    );
  }
}
