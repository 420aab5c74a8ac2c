import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { Upload, UploadPermit, Uploads } from '../application/import-ports.ts';

const HOUR_S = 3_600;

/** The first file has the key that the only one has. */
export const uploadKey = (importId: string, file = 1): string => `uploads/${importId}${file === 1 ? '' : `-${file}`}`;

/** Which file of which import an uploaded object is; `undefined` for any other object. */
export const uploadOf = (key: string): { readonly importId: string; readonly file: number } | undefined => {
  const [, importId, file = '1'] = /^uploads\/(imp_[A-Za-z0-9]{1,36})(?:-([2-9]|1\d|20))?$/.exec(key) ?? [];
  return importId === undefined ? undefined : { importId, file: Number(file) };
};

export class S3Uploads implements Uploads {
  readonly #bucket: Pick<S3Bucket, 'presign' | 'head' | 'copy'>;

  constructor(bucket: Pick<S3Bucket, 'presign' | 'head' | 'copy'>) {
    this.#bucket = bucket;
  }

  async permit(importId: string, file = 1): Promise<UploadPermit> {
    const url = await this.#bucket.presign(uploadKey(importId, file), { method: 'PUT', expiresInSeconds: HOUR_S });
    return { url, method: 'PUT', headers: {} };
  }

  async find(importId: string, file = 1): Promise<Upload | undefined> {
    const head = await this.#bucket.head(uploadKey(importId, file));
    return head && { bytes: head.bytes, etag: head.etag, replay: Number(head.metadata['replay'] ?? 0) };
  }

  announceAgain(importId: string, replay: number): Promise<void> {
    return this.#bucket.copy(uploadKey(importId), uploadKey(importId), { replay: String(replay) });
  }
}
