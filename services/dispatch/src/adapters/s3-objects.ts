import { jsonOrUndefined, PermanentError } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

/** An object as it came. */
export interface StoredObject {
  readonly body: Uint8Array;
  readonly etag: string;
}

/** Gets an object, if there is one. */
export type GetObject = (bucket: string, key: string) => Promise<StoredObject | undefined>;

/** Reads objects by their `s3://` URI. */
export class S3Objects {
  readonly #get: GetObject;

  constructor(get: GetObject) {
    this.#get = get;
  }

  /** The object, if there is one. */
  find(uri: string): Promise<StoredObject | undefined> {
    const { host, pathname } = new URL(uri);
    return this.#get(host, decodeURIComponent(pathname.slice(1)));
  }

  /** @throws PermanentError `<what>_missing` */
  async read(uri: string, what: string): Promise<StoredObject> {
    const found = await this.find(uri);
    if (found !== undefined) return found;
    throw new PermanentError({ code: `${what}_missing`, message: `There is no object ${uri}` });
  }

  /** @throws PermanentError `<what>_missing`, `<what>_malformed` */
  async readJson<Schema extends z.ZodMiniType>(uri: string, what: string, schema: Schema): Promise<z.infer<Schema>> {
    const { body } = await this.read(uri, what);
    const parsed = z.safeParse(schema, jsonOrUndefined(Buffer.from(body).toString()));
    if (parsed.success) return parsed.data;

    const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(root)').join(', ');
    throw new PermanentError({
      code: `${what}_malformed`,
      message: `${uri} breaks its contract at ${fields.slice(0, 300)}`,
    });
  }
}

/** Without the quotes that some put around it and some do not. */
export const bareEtag = (etag: string): string => etag.replaceAll('"', '');
