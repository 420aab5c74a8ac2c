import type { ObjectParts } from './object-parts.ts';
import type { S3Bucket } from './s3-bucket.ts';

type Bucket = Pick<S3Bucket, 'put'> & {
  createUpload(key: string, contentType: string): Promise<Pick<ObjectParts, 'add' | 'complete'>>;
};

/** S3 takes no part below 5 MB but the last. */
const PART_BYTES = 8 * 1_024 ** 2;

/** A text that is written piece by piece, of which no more than a part is held. A short one is put at once. */
export class S3TextFile {
  readonly #bucket: Bucket;
  readonly #key: string;
  readonly #contentType: string;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #parts: Pick<ObjectParts, 'add' | 'complete'> | undefined;

  constructor(bucket: Bucket, key: string, contentType: string) {
    this.#bucket = bucket;
    this.#key = key;
    this.#contentType = contentType;
  }

  async add(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes < PART_BYTES) return;
    this.#parts ??= await this.#bucket.createUpload(this.#key, this.#contentType);
    await this.#parts.add(this.#takeHeld());
  }

  /** Answers with the key. */
  async close(): Promise<string> {
    if (this.#parts === undefined) {
      await this.#bucket.put(this.#key, { body: this.#takeHeld(), contentType: this.#contentType });
      return this.#key;
    }
    if (this.#heldBytes > 0) await this.#parts.add(this.#takeHeld());
    await this.#parts.complete();
    return this.#key;
  }

  #takeHeld(): Buffer {
    const bytes = Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    return bytes;
  }
}
