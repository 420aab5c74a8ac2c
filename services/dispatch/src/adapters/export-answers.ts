import { type DispatchContactExportedV1, type Message, message } from '@bulkhead/contracts';

import type { ExportAnswers, ExportedContact } from '../application/contacts/ports.ts';
import type { Cause, Clock } from '../application/ports.ts';

interface Topic {
  publish(...events: readonly Message[]): Promise<void>;
}

/** Says on our topic what is held of a person. */
export class SnsExportAnswers implements ExportAnswers {
  readonly #topic: Topic;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(topic: Topic, clock: Pick<Clock, 'now'>) {
    this.#topic = topic;
    this.#clock = clock;
  }

  async contactExported(held: ExportedContact, cause: Cause): Promise<void> {
    const { exportId, contactId, part, suppressions, mailings } = held;
    const data: DispatchContactExportedV1['data'] = {
      exportId,
      contactId,
      part,
      suppressions: suppressions.map(({ scope, isSuppressed, at }) => ({
        scope: { ...scope },
        isSuppressed,
        at: at.toISOString(),
      })),
      mailings: mailings.map((mailing) => ({ ...mailing })),
    };
    await this.#topic.publish(
      message({
        id: `${exportId}:dispatch:${part}`,
        type: 'dispatch.contact_exported.v1',
        source: 'dispatch',
        subject: contactId,
        time: new Date(this.#clock.now()),
        cause,
        data,
      }),
    );
  }
}
