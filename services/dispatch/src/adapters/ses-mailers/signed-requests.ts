import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { SignatureV4 } from '@smithy/signature-v4';

/** Signs requests to one endpoint, with credentials that are at hand. */
export interface Signer {
  readonly url: URL;
  sign(body: Uint8Array): Promise<Readonly<Record<string, string>>>;
}

/** SHA-256 by Node, in the form that the signer asks for. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(secret));
  }

  update(chunk: Uint8Array): void {
    this.#hash.update(chunk);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('A hash serves once');
  }
}

const keyOf = (secret: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof secret === 'string') return secret;
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);
};

/** Finds endpoint, region and credentials just as the client would, once: nothing but the request itself may take time later. */
export const openSigner = async (ses: SESClient): Promise<Signer> => {
  const [credentials, region, { url }] = await Promise.all([
    ses.config.credentials(),
    ses.config.region(),
    getEndpointFromInstructions({}, SendRawEmailCommand, ses.config),
  ]);
  const signer = new SignatureV4({ service: 'ses', region, credentials, sha256: Sha256 });
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
      const headers = {
        host: url.host,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.byteLength),
      };
      const signed = await signer.sign({ ...common, headers, body });
      return signed.headers;
    },
  };
};
