import { type ExportContactV1, message } from '@bulkhead/contracts';

import type { ExportAnnouncements, ExportCommands } from '../application/export/ports.ts';
import type { Cause } from '../application/ports.ts';

interface Queue {
  send(commands: readonly object[]): Promise<void>;
}

/** Has what is held of a person gathered. */
export class SqsExportCommands implements ExportCommands {
  readonly #queue: Queue;

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  async gather(request: Parameters<ExportCommands['gather']>[0], cause: Cause): Promise<void> {
    const { exportId, contactId, at } = request;
    const command: ExportContactV1 = message({
      id: `${exportId}:export`,
      type: 'export_contact.v1',
      source: 'audience',
      subject: contactId,
      time: new Date(at),
      cause,
      data: { exportId, contactId, at },
    });
    await this.#queue.send([command]);
  }
}

interface Publisher {
  publish(...events: readonly { readonly id: string; readonly type: string }[]): Promise<void>;
}

/** Asks the others. One message a call: together they would be too large for SNS. */
export class ExportEvents implements ExportAnnouncements {
  readonly #events: Publisher;

  constructor(events: Publisher) {
    this.#events = events;
  }

  async exportRequested(request: Parameters<ExportAnnouncements['exportRequested']>[0], cause: Cause): Promise<void> {
    const { exportId, contactId, at, part, parts, mailings } = request;
    await this.#events.publish(
      message({
        id: `${exportId}:requested:${part}`,
        type: 'contact.export_requested.v1',
        source: 'audience',
        subject: contactId,
        time: new Date(at),
        cause,
        data: { exportId, contactId, at, part, parts, mailings: mailings.map((mailing) => ({ ...mailing })) },
      }),
    );
  }
}
