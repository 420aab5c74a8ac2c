import type { Readable } from 'node:stream';

import { AwsHttp } from './http/aws-http.ts';
import { AwsProblem, textOf } from './http/aws-problem.ts';
import type { Connection } from './http/connection.ts';
import { escaped, pathOf } from './http/escape.ts';
import { ObjectParts } from './object-parts.ts';

/** An object as it came. */
export interface StoredObject {
  readonly body: Buffer;
  /** Without the quotes that some put around it and some do not. */
  readonly etag: string;
}

export interface NewObject {
  readonly body: string | Uint8Array;
  readonly contentType: string;
  /** `*`: only if there is none yet. */
  readonly ifNoneMatch?: '*' | undefined;
}

export interface ObjectFacts {
  readonly bytes: number;
  readonly etag: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A part of an object, provided that it is still that object. */
export interface ObjectRange {
  readonly ifMatch: string;
  readonly start: number;
  readonly end: number;
}

/** What somebody else may do for a while. A PUT must send the headers as they are given here. */
export interface Permission {
  readonly method: 'GET' | 'PUT';
  readonly expiresInSeconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

const METADATA = 'x-amz-meta-';

let shared: AwsHttp | undefined;
/** All buckets are reached over the same connections. */
const sharedHttp = (): AwsHttp => {
  shared ??= new AwsHttp('s3');
  return shared;
};

/**
 * One bucket of S3, without its client, which is 130 KB of a bundle.
 * @throws AwsProblem, named by S3's code, from every method
 * @example
 * await new S3Bucket('bucket').get('folder/object.json');
 */
export class S3Bucket {
  readonly name: string;
  readonly #http: AwsHttp;

  constructor(name: string, connection?: Connection) {
    this.name = name;
    this.#http = connection === undefined ? sharedHttp() : new AwsHttp('s3', connection);
  }

  uriOf(key: string): string {
    return `s3://${this.name}/${key}`;
  }

  /** `undefined` if there is no such object, provided that the caller may list the bucket. */
  async get(key: string, { ifMatch }: { readonly ifMatch?: string } = {}): Promise<StoredObject | undefined> {
    const headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
    const answer = await orMissing(this.#http.send({ ...this.#at(key), method: 'GET', headers }));
    return answer && { body: answer.body, etag: bareEtag(answer.headers['etag'] ?? '') };
  }

  /**
   * The bytes of an object from `start` up to, and without, `end`, as they come.
   * @throws AwsProblem `PreconditionFailed` if it is another object by now
   */
  async stream(key: string, { ifMatch, start, end }: ObjectRange): Promise<Readable | undefined> {
    const headers = { 'if-match': `"${ifMatch}"`, range: `bytes=${start}-${end - 1}` };
    return (await orMissing(this.#http.open({ ...this.#at(key), method: 'GET', headers })))?.body;
  }

  /** Answers the object's ETag. */
  async put(key: string, { body, contentType, ifNoneMatch }: NewObject): Promise<string> {
    const headers = { 'content-type': contentType, ...(ifNoneMatch && { 'if-none-match': ifNoneMatch }) };
    const answer = await this.#http.send({ ...this.#at(key), method: 'PUT', headers, body });
    return bareEtag(answer.headers['etag'] ?? '');
  }

  /** `undefined` as for `get`. */
  async head(key: string): Promise<ObjectFacts | undefined> {
    const answer = await orMissing(this.#http.send({ ...this.#at(key), method: 'HEAD' }));
    if (answer === undefined) return undefined;

    const { headers } = answer;
    const metadata = Object.entries(headers).filter(([name]) => name.startsWith(METADATA));
    return {
      bytes: Number(headers['content-length'] ?? 0),
      etag: bareEtag(headers['etag'] ?? ''),
      contentType: headers['content-type'] ?? '',
      metadata: Object.fromEntries(metadata.map(([name, value]) => [name.slice(METADATA.length), value])),
    };
  }

  /** The names of the folders in a folder, some at a time, sorted. A folder is named with its slash, and so are those in it: `a/` holds `a/b/`. */
  async *folders(folder: string): AsyncGenerator<readonly string[]> {
    let token: string | undefined;
    do {
      const from = token === undefined ? {} : { 'continuation-token': token };
      const query = { 'list-type': '2', prefix: folder, delimiter: '/', ...from };
      const { body } = await this.#http.send({ ...this.#at(''), method: 'GET', query });
      const xml = body.toString();
      yield xml
        .split('<CommonPrefixes>')
        .slice(1)
        .flatMap((entry) => textOf('Prefix', entry) ?? []);
      token = textOf('NextContinuationToken', xml);
    } while (token !== undefined);
  }

  /** Copies an object within the bucket, onto itself if it is to be announced again. */
  async copy(from: string, to: string, metadata?: Readonly<Record<string, string>>): Promise<void> {
    const replaced = Object.entries(metadata ?? {}).map(([name, value]) => [METADATA + name, value]);
    const headers = {
      'x-amz-copy-source': escaped(`${this.name}/${from}`).replaceAll('%2F', '/'),
      ...(metadata && { 'x-amz-metadata-directive': 'REPLACE', ...Object.fromEntries(replaced) }),
    };
    const { body } = await this.#http.send({ ...this.#at(to), method: 'PUT', headers });
    // S3 may find out that it cannot copy when it has already answered 200.
    if (body.includes('<Error>')) throw new AwsProblem({ status: 500, body: body.toString() });
  }

  /** What is not there is removed already. */
  async remove(key: string): Promise<void> {
    await this.#http.send({ ...this.#at(key), method: 'DELETE' });
  }

  /** Begins an object that comes in parts, all but the last of 5 MB or more. */
  async createUpload(key: string, contentType: string): Promise<ObjectParts> {
    const headers = { 'content-type': contentType };
    const { body } = await this.#http.send({ ...this.#at(key), method: 'POST', headers, query: { uploads: '' } });
    const uploadId = textOf('UploadId', body.toString());
    if (uploadId === undefined) throw new AwsProblem({ status: 500, body: body.toString() });
    return new ObjectParts(this.#http, this.#at(key), uploadId);
  }

  presign(key: string, { expiresInSeconds, ...permitted }: Permission): Promise<string> {
    return this.#http.presign({ ...this.#at(key), ...permitted }, expiresInSeconds);
  }

  #at(key: string) {
    return { bucket: this.name, path: pathOf(key) };
  }
}

/** Without the quotes that some put around it and some do not. */
export const bareEtag = (etag: string): string => etag.replaceAll('"', '');

/** A missing object has a name where the answer has a body, and none for `HEAD`. */
const orMissing = async <Answer>(asking: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof AwsProblem && (error.name === 'NoSuchKey' || error.name === 'Http404')) return undefined;
    throw error;
  }
};
