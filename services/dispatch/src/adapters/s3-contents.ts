import { createHash } from 'node:crypto';

import { FrozenContentV1, TestSendV1 } from '@bulkhead/contracts';
import { PermanentError } from '@bulkhead/lambda-kit';

import type { Contents } from '../application/ports.ts';
import type { SmallSend, SmallSends } from '../application/small-sends/ports.ts';
import type { Attachment, MailContent } from '../domain/mail.ts';
import type { S3Objects } from './s3-objects.ts';

/** With its attachments one of them has up to 10 MB. */
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

    const frozen = await this.#objects.readJson(uri, 'content', FrozenContentV1);
    const content = await withAttachments(this.#objects, frozen);
    for (const oldest of [...this.#contents.keys()].slice(0, -CONTENTS_KEPT + 1)) this.#contents.delete(oldest);
    this.#contents.set(uri, content);
    return content;
  }
}

export class S3Tests implements SmallSends {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async read(uri: string): Promise<SmallSend> {
    const { content, recipients } = await this.#objects.readJson(uri, 'test', TestSendV1);
    return { content: await withAttachments(this.#objects, content), recipients };
  }
}

const withAttachments = async (objects: S3Objects, frozen: FrozenContentV1): Promise<MailContent> => {
  const attachments: Attachment[] = [];
  for (const { uri, fileName, contentType, contentId, sha256 } of frozen.attachments ?? []) {
    const { body } = await objects.read(uri, 'attachment');
    if (createHash('sha256').update(body).digest('hex') !== sha256) {
      throw new PermanentError({ code: 'attachment_changed', message: `${uri} is not the file that was frozen` });
    }
    attachments.push({ fileName, contentType, contentId, body });
  }
  return { ...frozen, attachments };
};
