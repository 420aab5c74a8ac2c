import { CopyObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { RetryableError } from '@bulkhead/lambda-kit';

import type { Upload, UploadPermit, Uploads } from '../application/ports.ts';
import { Bucket } from './bucket.ts';
import { isConflict, isMissing } from './s3-errors.ts';

const HOUR_S = 3_600;

const keyOf = (importId: string): string => `uploads/${importId}`;

/** The import that an uploaded object belongs to; `undefined` for any other object. */
export const importIdOf = (key: string): string | undefined => /^uploads\/(imp_[A-Za-z0-9]{1,36})$/.exec(key)?.[1];

export class S3Uploads implements Uploads {
  readonly #s3: S3Client;
  readonly #bucket: Bucket;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = new Bucket(s3, bucket);
  }

  /** The client must be built with `requestChecksumCalculation: 'WHEN_REQUIRED'`, else the checksum of nothing is signed in. */
  async permit(importId: string): Promise<UploadPermit> {
    const put = new PutObjectCommand({ Bucket: this.#bucket.name, Key: keyOf(importId) });
    return { url: await getSignedUrl(this.#s3, put, { expiresIn: HOUR_S }), method: 'PUT', headers: {} };
  }

  async find(importId: string): Promise<Upload | undefined> {
    try {
      const head = await this.#s3.send(new HeadObjectCommand({ Bucket: this.#bucket.name, Key: keyOf(importId) }));
      const { ContentLength = 0, ETag = '', Metadata } = head;
      return { bytes: ContentLength, etag: ETag.replaceAll('"', ''), replay: Number(Metadata?.['replay'] ?? 0) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async read(importId: string, etag: string): Promise<Uint8Array> {
    try {
      return await this.#bucket.get(keyOf(importId), { IfMatch: `"${etag}"` });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const message = 'Another file was uploaded while this one was about to be read';
      throw new RetryableError({ code: 'upload_changed', message, details: { importId }, cause: error });
    }
  }

  async announceAgain(importId: string, replay: number): Promise<void> {
    await this.#s3.send(
      new CopyObjectCommand({
        Bucket: this.#bucket.name,
        Key: keyOf(importId),
        CopySource: `${this.#bucket.name}/${keyOf(importId)}`,
        MetadataDirective: 'REPLACE',
        Metadata: { replay: String(replay) },
      }),
    );
  }
}
