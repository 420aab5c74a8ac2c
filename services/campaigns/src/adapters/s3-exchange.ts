import type { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { Exchange, FrozenContent, TestRecipient } from '../application/ports.ts';

/** The objects under `exchange/`, which the other services read and nobody but us writes. */
export class S3Exchange implements Exchange {
  readonly #bucket: Pick<S3Bucket, 'put' | 'uriOf'>;

  constructor(bucket: Pick<S3Bucket, 'put' | 'uriOf'>) {
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
    await this.#bucket.put(key, { body: JSON.stringify(document), contentType: 'application/json' });
    return this.#bucket.uriOf(key);
  }
}

const toDocument = ({ from, fields, ...content }: FrozenContent): FrozenContentV1 => ({
  version: 1,
  ...content,
  from: { ...from },
  fields: [...fields],
});
