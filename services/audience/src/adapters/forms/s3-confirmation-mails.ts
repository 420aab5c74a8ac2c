import type { ConfirmationMailV1 } from '@bulkhead/contracts';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { ConfirmationMails } from '../../application/forms/ports.ts';
import type { ConfirmationMail } from '../../domain/forms/confirmation-mail.ts';

/** Mails for dispatch to send, in the exchange folder. They go away after some days. */
export class S3ConfirmationMails implements ConfirmationMails {
  readonly #bucket: Pick<S3Bucket, 'put' | 'uriOf'>;
  readonly #pages: string;

  constructor(bucket: Pick<S3Bucket, 'put' | 'uriOf'>, pages: string) {
    this.#bucket = bucket;
    this.#pages = pages;
  }

  linkOf(token: string): string {
    return `${this.#pages}${token}`;
  }

  async write({ from, ...mail }: ConfirmationMail): Promise<string> {
    const key = `exchange/confirmations/${mail.confirmationId}.json`;
    const document: ConfirmationMailV1 = {
      version: 1,
      ...mail,
      from: { address: from.address, ...(from.name !== undefined && { name: from.name }) },
    };
    await this.#bucket.put(key, { body: JSON.stringify(document), contentType: 'application/json' });
    return this.#bucket.uriOf(key);
  }
}
