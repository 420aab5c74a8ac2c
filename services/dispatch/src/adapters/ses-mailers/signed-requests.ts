import { createHash } from 'node:crypto';

import { type Connection, connect, Sha256 } from '@bulkhead/lambda-kit/aws';
import { SignatureV4 } from '@smithy/signature-v4';

import type { Pieces } from './write-requests.ts';

/** Signs requests to one endpoint, with credentials that are at hand. */
export interface Signer {
  readonly url: URL;
  sign(body: Pieces): Promise<Readonly<Record<string, string>>>;
}

/** Finds endpoint, region and credentials, once: nothing but the request itself may take time later. */
export const openSigner = async (connection: Connection): Promise<Signer> => {
  const connected = await connect('ses', connection);
  const { url, region } = connected;
  const signer = new SignatureV4({
    service: 'ses',
    region,
    credentials: await connected.credentials(),
    sha256: Sha256,
  });
  const common = {
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: {},
  };

  return {
    url,
    sign: async (body) => {
      const hash = createHash('sha256');
      for (const piece of body) hash.update(piece);
      const headers = {
        host: url.host,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.reduce((sum, { byteLength }) => sum + byteLength, 0)),
        'x-amz-content-sha256': hash.digest('hex'),
      };
      const signed = await signer.sign({ ...common, headers });
      return signed.headers;
    },
  };
};
