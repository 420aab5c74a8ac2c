import { RetryableError } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { Upload, UploadPermit, Uploads } from '../application/ports.ts';
import { isConflict } from './s3-errors.ts';

const HOUR_S = 3_600;

const keyOf = (importId: string): string => `uploads/${importId}`;

/** The import that an uploaded object belongs to; `undefined` for any other object. */
export const importIdOf = (key: string): string | undefined => /^uploads\/(imp_[A-Za-z0-9]{1,36})$/.exec(key)?.[1];

export class S3Uploads implements Uploads {
  readonly #bucket: Pick<S3Bucket, 'presign' | 'head' | 'get' | 'copy'>;

  constructor(bucket: Pick<S3Bucket, 'presign' | 'head' | 'get' | 'copy'>) {
    this.#bucket = bucket;
  }

  async permit(importId: string): Promise<UploadPermit> {
    const url = await this.#bucket.presign(keyOf(importId), { method: 'PUT', expiresInSeconds: HOUR_S });
    return { url, method: 'PUT', headers: {} };
  }

  async find(importId: string): Promise<Upload | undefined> {
    const head = await this.#bucket.head(keyOf(importId));
    return head && { bytes: head.bytes, etag: head.etag, replay: Number(head.metadata['replay'] ?? 0) };
  }

  async read(importId: string, etag: string): Promise<Uint8Array> {
    try {
      const found = await this.#bucket.get(keyOf(importId), { ifMatch: etag });
      if (found !== undefined) return found.body;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const message = 'Another file was uploaded, or this one removed, while it was about to be read';
    throw new RetryableError({ code: 'upload_changed', message, details: { importId } });
  }

  announceAgain(importId: string, replay: number): Promise<void> {
    return this.#bucket.copy(keyOf(importId), keyOf(importId), { replay: String(replay) });
  }
}
