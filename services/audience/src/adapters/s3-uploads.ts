import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { Upload, UploadPermit, Uploads } from '../application/ports.ts';

const HOUR_S = 3_600;

export const uploadKey = (importId: string): string => `uploads/${importId}`;

/** The import that an uploaded object belongs to; `undefined` for any other object. */
export const importIdOf = (key: string): string | undefined => /^uploads\/(imp_[A-Za-z0-9]{1,36})$/.exec(key)?.[1];

export class S3Uploads implements Uploads {
  readonly #bucket: Pick<S3Bucket, 'presign' | 'head' | 'copy'>;

  constructor(bucket: Pick<S3Bucket, 'presign' | 'head' | 'copy'>) {
    this.#bucket = bucket;
  }

  async permit(importId: string): Promise<UploadPermit> {
    const url = await this.#bucket.presign(uploadKey(importId), { method: 'PUT', expiresInSeconds: HOUR_S });
    return { url, method: 'PUT', headers: {} };
  }

  async find(importId: string): Promise<Upload | undefined> {
    const head = await this.#bucket.head(uploadKey(importId));
    return head && { bytes: head.bytes, etag: head.etag, replay: Number(head.metadata['replay'] ?? 0) };
  }

  announceAgain(importId: string, replay: number): Promise<void> {
    return this.#bucket.copy(uploadKey(importId), uploadKey(importId), { replay: String(replay) });
  }
}
