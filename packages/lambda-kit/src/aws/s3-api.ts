import { AwsHttp } from './http/aws-http.ts';
import { AwsProblem } from './http/aws-problem.ts';
import type { Connection } from './http/connection.ts';

/** An object as it came. */
export interface StoredObject {
  readonly body: Buffer;
  /** Without the quotes that some put around it and some do not. */
  readonly etag: string;
}

export interface NewObject {
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

/**
 * What the services ask of S3 where its client, 130 KB of a bundle, would be too much.
 * @example
 * await new S3Api().get('bucket', 'folder/object.json');
 */
export class S3Api {
  readonly #http: AwsHttp;

  constructor(connection?: Connection) {
    this.#http = new AwsHttp('s3', connection);
  }

  /** `undefined` if there is no such object, provided that the caller may list the bucket. */
  async get(bucket: string, key: string): Promise<StoredObject | undefined> {
    try {
      const { body, headers } = await this.#http.send({ method: 'GET', bucket, path: pathOf(key) });
      return { body, etag: bareEtag(headers['etag'] ?? '') };
    } catch (error) {
      if (error instanceof AwsProblem && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  }

  /** Answers the object's ETag. */
  async put(bucket: string, key: string, { body, contentType }: NewObject): Promise<string> {
    const headers = { 'content-type': contentType };
    const answer = await this.#http.send({ method: 'PUT', bucket, path: pathOf(key), headers, body });
    return bareEtag(answer.headers['etag'] ?? '');
  }
}

/** Without the quotes that some put around it and some do not. */
export const bareEtag = (etag: string): string => etag.replaceAll('"', '');

/** As S3 signs it: everything but letters, digits and `-_.~/` is escaped. */
const pathOf = (key: string): string =>
  `/${encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`;
