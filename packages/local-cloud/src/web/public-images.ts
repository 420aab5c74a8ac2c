import type { IncomingMessage, ServerResponse } from 'node:http';

import { sendJson } from '../http/answer.ts';

interface Wanted {
  /** Where the store answers. */
  readonly stores: string;
  readonly bucket: string;
}

/** One folder, one file, as campaigns names its pictures: no way out of it. */
const NAME = /^\/images\/[\w-]+\.(?:png|jpg|gif|webp)$/;
const PASSED_ON = ['content-type', 'content-length', 'cache-control', 'etag'] as const;

/** Shows the pictures that mails load from the web, as CloudFront does before the bucket of campaigns: to everybody, and nothing else of it. */
export const createPublicImages =
  ({ stores, bucket }: Wanted) =>
  async ({ method }: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> => {
    if (!NAME.test(pathname) || (method !== 'GET' && method !== 'HEAD')) return missing(response, pathname);
    const object = await fetch(`${stores}/${bucket}${pathname}`);
    if (!object.ok) return missing(response, pathname);

    const body = Buffer.from(await object.arrayBuffer());
    const headers = PASSED_ON.flatMap((name) => {
      const value = object.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(200, { ...Object.fromEntries(headers), 'x-content-type-options': 'nosniff' });
    response.end(method === 'HEAD' ? undefined : body);
  };

const missing = (response: ServerResponse, path: string): void =>
  sendJson(response, 404, { message: `No picture at ${path}` });
