import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import {
  AwsProblem,
  type NewObject,
  type ObjectFacts,
  type ObjectParts,
  type ObjectRange,
  type Permission,
  type S3Bucket,
} from '@bulkhead/lambda-kit/aws';

interface Kept {
  readonly body: Buffer;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
}

type Bucket = Pick<
  S3Bucket,
  'name' | 'uriOf' | 'get' | 'stream' | 'put' | 'head' | 'copy' | 'remove' | 'presign' | 'folders'
> & {
  createUpload(key: string, contentType: string): Promise<Pick<ObjectParts, 'add' | 'complete'>>;
};

const etagOf = ({ body }: Kept): string => createHash('md5').update(body).digest('hex');
const factsOf = (kept: Kept): ObjectFacts => ({
  bytes: kept.body.byteLength,
  etag: etagOf(kept),
  contentType: kept.contentType,
  metadata: kept.metadata,
});
const problem = (status: number, code: string): AwsProblem =>
  new AwsProblem({ status, body: `<Error><Code>${code}</Code></Error>` });

/**
 * A bucket in memory, with S3's answers to what its conditions forbid.
 * @example
 * const bucket = inMemoryBucket('audience-bucket');
 * await bucket.put('a', { body: 'text', contentType: 'text/plain' });
 * bucket.objects.get('a')?.body.toString(); // text
 */
export const inMemoryBucket = (name: string): Bucket & { readonly objects: Map<string, Kept> } => {
  const objects = new Map<string, Kept>();
  const find = (key: string): Kept => {
    const found = objects.get(key);
    if (found === undefined) throw problem(404, 'NoSuchKey');
    return found;
  };

  return {
    name,
    objects,
    uriOf: (key) => `s3://${name}/${key}`,
    get: async (key, condition?: { readonly ifMatch?: string }) => {
      const kept = objects.get(key);
      if (kept === undefined) return undefined;
      if (condition?.ifMatch !== undefined && condition.ifMatch !== etagOf(kept))
        throw problem(412, 'PreconditionFailed');
      return { body: kept.body, etag: etagOf(kept) };
    },
    stream: async (key, { ifMatch, start, end }: ObjectRange) => {
      const kept = objects.get(key);
      if (kept === undefined) return undefined;
      if (ifMatch !== etagOf(kept)) throw problem(412, 'PreconditionFailed');
      return Readable.from([kept.body.subarray(start, end)]);
    },
    createUpload: async (key, contentType) => {
      const parts: Uint8Array[] = [];
      return {
        add: async (part) => void parts.push(Uint8Array.from(part)),
        complete: async () => void objects.set(key, { body: Buffer.concat(parts), contentType, metadata: {} }),
      };
    },
    put: async (key, { body, contentType, ifNoneMatch }: NewObject) => {
      if (ifNoneMatch === '*' && objects.has(key)) throw problem(412, 'PreconditionFailed');
      const kept = { body: Buffer.from(body), contentType, metadata: {} };
      objects.set(key, kept);
      return etagOf(kept);
    },
    head: async (key) => {
      const kept = objects.get(key);
      return kept && factsOf(kept);
    },
    copy: async (from, to, metadata) => {
      const kept = find(from);
      objects.set(to, { ...kept, ...(metadata && { metadata }) });
    },
    folders: async function* (folder) {
      const inside = [...objects.keys()].filter((key) => key.startsWith(folder)).map((key) => key.slice(folder.length));
      const names = inside.filter((key) => key.includes('/')).map((key) => `${folder}${key.split('/')[0]}/`);
      yield [...new Set(names)].toSorted();
    },
    remove: async (key) => void objects.delete(key),
    presign: async (key, { method, expiresInSeconds }: Permission) =>
      `https://${name}.test/${key}?method=${method}&seconds=${expiresInSeconds}`,
  };
};
