import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';

import type { Exchange, FrozenContent, TestRecipient } from '../application/ports.ts';

/** The objects under `exchange/`, which the other services read and nobody but us writes. */
export class S3Exchange implements Exchange {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  freeze(content: FrozenContent): Promise<string> {
    return this.#put(`exchange/${content.runId}/content.json`, toDocument(content));
  }

  keepTest(testId: string, content: FrozenContent, recipients: readonly TestRecipient[]): Promise<string> {
    return this.#put(`exchange/tests/${testId}.json`, {
      version: 1,
      testId,
      content: toDocument(content),
      recipients: recipients.map(({ address, fields }) => ({ address, fields: { ...fields } })),
    });
  }

  async #put(key: string, document: FrozenContentV1 | TestSendV1): Promise<string> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: JSON.stringify(document),
        ContentType: 'application/json',
      }),
    );
    return `s3://${this.#bucket}/${key}`;
  }
}

const toDocument = ({ from, fields, ...content }: FrozenContent): FrozenContentV1 => ({
  version: 1,
  ...content,
  from: { ...from },
  fields: [...fields],
});
