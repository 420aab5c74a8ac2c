import { createHash } from 'node:crypto';

import type { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { ChosenFile, Exchange, FrozenContent, FrozenFile, TestRecipient } from '../application/content-ports.ts';
import { mediaFileKey } from './s3-media-files.ts';

/** The objects under `exchange/`, which the other services read and nobody but us writes. */
export class S3Exchange implements Exchange {
  readonly #bucket: Pick<S3Bucket, 'get' | 'put' | 'uriOf'>;

  constructor(bucket: Pick<S3Bucket, 'get' | 'put' | 'uriOf'>) {
    this.#bucket = bucket;
  }

  /** Other content is another object: whoever freezes the run a second time, after a change, replaces nothing. */
  freeze(content: FrozenContent): Promise<string> {
    const document = toDocument(content);
    const fingerprint = createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 16);
    return this.#put(`exchange/${content.runId}/content-${fingerprint}.json`, document);
  }

  /** Other bytes are another object, too. */
  async keepFile(runId: string, { media, fileName, contentId }: ChosenFile): Promise<FrozenFile | undefined> {
    const found = await this.#bucket.get(mediaFileKey(media.id));
    if (found === undefined) return undefined;

    const { body } = found;
    const { contentType } = media;
    const folder = runId.startsWith('tst_') ? 'exchange/tests' : 'exchange';
    const sha256 = createHash('sha256').update(body).digest('hex');
    const key = `${folder}/${runId}/${media.id}-${sha256.slice(0, 16)}`;
    await this.#bucket.put(key, { body, contentType });
    const file = { uri: this.#bucket.uriOf(key), fileName, contentType, size: body.byteLength, sha256 };
    return { ...file, ...(contentId !== undefined && { contentId }) };
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

const toDocument = ({ from, fields, attachments, ...content }: FrozenContent): FrozenContentV1 => ({
  version: 1,
  ...content,
  from: { ...from },
  fields: [...fields],
  ...(attachments && { attachments: [...attachments] }),
});
