import { ConfirmationMailV1 } from '@bulkhead/contracts';

import type { SmallSend, SmallSends } from '../application/small-sends/ports.ts';
import type { S3Objects } from './s3-objects.ts';

/** Mails that ask for a confirmation, in audience's bucket. They are finished: what looks like a template in them is text. */
export class S3Confirmations implements SmallSends {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async read(uri: string): Promise<SmallSend> {
    const { from, to, subject, html, text } = await this.#objects.readJson(uri, 'confirmation', ConfirmationMailV1);
    return {
      content: { from, subject: '{{ subject }}', html: '{{ html | raw }}', text: '{{ text }}' },
      recipients: [{ address: to, fields: { subject, html, text } }],
    };
  }
}
