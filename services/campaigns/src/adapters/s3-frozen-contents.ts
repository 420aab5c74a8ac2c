import { FrozenContentV1 } from '@bulkhead/contracts';
import { jsonOrUndefined } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { FrozenContent, FrozenContents, FrozenFile } from '../application/content-ports.ts';

const LINK_S = 900;

/** What lies under `exchange/run_…`, read again for people. What tests leave there, which names those they went to, is not read. */
export class S3FrozenContents implements FrozenContents {
  readonly #bucket: Pick<S3Bucket, 'get' | 'presign' | 'uriOf'>;

  constructor(bucket: Pick<S3Bucket, 'get' | 'presign' | 'uriOf'>) {
    this.#bucket = bucket;
  }

  async read(uri: string): Promise<FrozenContent | undefined> {
    const key = this.#keyOf(uri);
    const found = key === undefined ? undefined : await this.#bucket.get(key);
    const document = z.safeParse(FrozenContentV1, found && jsonOrUndefined(found.body.toString()));
    if (!document.success) return undefined;
    const { attachments = [] } = document.data;
    return attachments.every((file) => this.#keyOf(file.uri) !== undefined) ? fromDocument(document.data) : undefined;
  }

  async link({ uri, fileName, contentType }: FrozenFile): Promise<string> {
    const key = this.#keyOf(uri);
    // The address of no key is that of the whole bucket.
    if (key === undefined) throw new Error('A file of a run lies outside of its folder: it cannot be handed out.');
    return this.#bucket.presign(key, {
      method: 'GET',
      expiresInSeconds: LINK_S,
      query: {
        // Never shown as a page of this origin, whatever was attached.
        'response-content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'response-content-type': contentType,
      },
    });
  }

  #keyOf(uri: string): string | undefined {
    const root = this.#bucket.uriOf('');
    return uri.startsWith(`${root}exchange/run_`) ? uri.slice(root.length) : undefined;
  }
}

const fromDocument = ({
  version: _version,
  from,
  replyTo,
  text,
  attachments,
  ...rest
}: FrozenContentV1): FrozenContent => ({
  ...rest,
  from: { address: from.address, ...(from.name !== undefined && { name: from.name }) },
  ...(replyTo !== undefined && { replyTo }),
  ...(text !== undefined && { text }),
  ...(attachments && {
    attachments: attachments.map(({ contentId, ...file }) => ({
      ...file,
      ...(contentId !== undefined && { contentId }),
    })),
  }),
});
