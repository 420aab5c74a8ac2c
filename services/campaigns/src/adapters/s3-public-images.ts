import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import type { UploadPermit } from '../application/content-ports.ts';
import type { PublicImages } from '../application/images.ts';
import { type Image, imagePath } from '../domain/image.ts';

const UPLOAD_S = 3_600;
/** What lies there is never another picture. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Pictures under `images/`, which CloudFront may read. */
export class S3PublicImages implements PublicImages {
  readonly #bucket: Pick<S3Bucket, 'presign' | 'remove'>;

  constructor(bucket: Pick<S3Bucket, 'presign' | 'remove'>) {
    this.#bucket = bucket;
  }

  /**
   * Type and length are signed: S3 takes nothing else, and nothing where a picture is already. How long it may be cached is asked of
   * whoever uploads it.
   */
  async permit(image: Image): Promise<UploadPermit> {
    const headers = { 'content-type': image.contentType, 'cache-control': FOR_EVER, 'if-none-match': '*' };
    const url = await this.#bucket.presign(imagePath(image), {
      method: 'PUT',
      expiresInSeconds: UPLOAD_S,
      headers: { ...headers, 'content-length': String(image.bytes) },
    });
    return { url, method: 'PUT', headers };
  }

  remove(image: Image): Promise<void> {
    return this.#bucket.remove(imagePath(image));
  }
}
