import type { S3Bucket } from '@bulkhead/lambda-kit/aws';

import type { MediaFiles, UploadPermit } from '../application/content-ports.ts';
import type { Media } from '../domain/media.ts';

const UPLOAD_S = 3_600;
const LINK_S = 900;

export const mediaFileKey = (mediaId: string): string => `media/${mediaId}`;

type Bucket = Pick<S3Bucket, 'presign' | 'head' | 'remove'>;

/** Files as people uploaded them, under `media/`: nobody else reads there. */
export class S3MediaFiles implements MediaFiles {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  /** Type and length are signed: S3 takes no other file. */
  async permit({ id, contentType, bytes }: Media): Promise<UploadPermit> {
    const headers = { 'content-type': contentType, 'content-length': String(bytes) };
    const url = await this.#bucket.presign(mediaFileKey(id), { method: 'PUT', expiresInSeconds: UPLOAD_S, headers });
    return { url, method: 'PUT', headers: { 'content-type': contentType } };
  }

  async isUploaded(mediaId: string): Promise<boolean> {
    return (await this.#bucket.head(mediaFileKey(mediaId))) !== undefined;
  }

  link({ id, fileName, contentType }: Media): Promise<string> {
    return this.#bucket.presign(mediaFileKey(id), {
      method: 'GET',
      expiresInSeconds: LINK_S,
      query: {
        // Never shown as a page of this origin, whatever somebody has uploaded.
        'response-content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'response-content-type': contentType,
      },
    });
  }

  remove(mediaId: string): Promise<void> {
    return this.#bucket.remove(mediaFileKey(mediaId));
  }
}
