import { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';

import type { Contents, Tests } from '../application/ports.ts';
import type { MailContent, TestSend } from '../domain/mail.ts';
import type { S3Objects } from './s3-objects.ts';

const CONTENTS_KEPT = 4;

/** Frozen contents and tests in campaigns' bucket. Contents never change and are kept for the next invocations. */
export class S3Contents implements Contents {
  readonly #objects: S3Objects;
  readonly #contents = new Map<string, MailContent>();

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async read(uri: string): Promise<MailContent> {
    const kept = this.#contents.get(uri);
    if (kept !== undefined) return kept;

    const content = await this.#objects.readJson(uri, 'content', FrozenContentV1);
    for (const oldest of [...this.#contents.keys()].slice(0, -CONTENTS_KEPT + 1)) this.#contents.delete(oldest);
    this.#contents.set(uri, content);
    return content;
  }
}

export class S3Tests implements Tests {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  read(uri: string): Promise<TestSend> {
    return this.#objects.readJson(uri, 'test', TestSendV1);
  }
}
