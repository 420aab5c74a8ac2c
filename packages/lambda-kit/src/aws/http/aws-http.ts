import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';

import { HttpRequest } from '@smithy/core/protocols';
import { isThrottlingError, isTransientError, StandardRetryStrategy } from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';

import { AwsProblem } from './aws-problem.ts';
import { type AwsService, type Connected, type Connection, connect } from './connection.ts';
import { queryOf } from './escape.ts';
import { Sha256 } from './sha256.ts';

export interface AwsRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'HEAD' | 'DELETE';
  /** Escaped, from the root of the endpoint. */
  readonly path?: string;
  /** Stands before the host of the service where that is AWS's, before the path elsewhere. */
  readonly bucket?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface AwsAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An answer whose body is still to come. */
export interface AwsStream {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** The SDK's own number. */
const ATTEMPTS = 3;
const CONNECTION_MS = 3_000;
const ANSWER_MS = 10_000;

/**
 * Asks one AWS service over HTTPS, signed, with the SDK's own signer, credentials, connections and retries, and without its clients: those
 * are most of what a function's bundle weighs.
 */
export class AwsHttp {
  readonly #service: AwsService;
  readonly #connected: () => Promise<Connected & { readonly signer: SignatureV4 }>;
  readonly #retries = new StandardRetryStrategy(ATTEMPTS);
  readonly #handler = new NodeHttpHandler({
    connectionTimeout: CONNECTION_MS,
    requestTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS,
    throwOnRequestTimeout: true,
  });

  constructor(service: AwsService, connection: Connection = {}) {
    this.#service = service;
    this.#connected = once(async () => {
      const connected = await connect(service, connection);
      return { ...connected, signer: signerFor(service, connected) };
    });
  }

  /**
   * Asks up to three times where asking again may help.
   * @throws AwsProblem for an answer that is not a success, named by AWS's code; otherwise what prevented an answer
   */
  send(request: AwsRequest): Promise<AwsAnswer> {
    return this.#trying(async () => {
      const { headers, body } = await this.#sendOnce(request);
      return { headers, body: await wholeOf(body) };
    });
  }

  /**
   * As `send`, for an answer that is too large to hold: its body may still break off when it is read.
   * @throws as `send`
   */
  open(request: AwsRequest): Promise<AwsStream> {
    return this.#trying(() => this.#sendOnce(request));
  }

  async #trying<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    let token = await this.#retries.acquireInitialRetryToken(this.#service);
    for (;;) {
      try {
        const answer = await ask();
        this.#retries.recordSuccess(token);
        return answer;
      } catch (error) {
        token = await this.#retries.refreshRetryTokenForRetry(token, { errorType: kindOf(error) }).catch(() => {
          throw error;
        });
        await setTimeout(token.getRetryDelay());
      }
    }
  }

  /** The address at which somebody else may do this, with these headers, for a while. */
  async presign(request: AwsRequest, expiresIn: number): Promise<string> {
    const { unsigned, signer } = await this.#prepare(request);
    const headers = { ...unsigned.headers, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' };
    const { path, query = {} } = await signer.presign(new HttpRequest({ ...unsigned, headers }), { expiresIn });

    const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
    return `${unsigned.protocol}//${headers.host}${path}?${queryOf(Object.fromEntries(pairs))}`;
  }

  async #sendOnce(request: AwsRequest): Promise<AwsStream> {
    const { unsigned, signer } = await this.#prepare(request);
    const signed = await signer.sign(new HttpRequest(unsigned));

    const { response } = await this.#handler.handle(new HttpRequest(signed));
    const { headers, statusCode } = response;
    const body: Readable = response.body;
    if (statusCode < 300) return { headers, body };
    throw new AwsProblem({ status: statusCode, body: (await wholeOf(body)).toString() });
  }

  async #prepare(request: AwsRequest) {
    const { url, isCustom, signer } = await this.#connected();
    const { method, body, query = {} } = request;
    const { protocol, port } = url;
    const place = placeOf(request, url, isCustom);
    const headers = { ...request.headers, host: place.host };
    const unsigned = { method, protocol, headers, body, query, ...place, ...(port !== '' && { port: Number(port) }) };
    return { signer, unsigned: { ...unsigned, query: { ...query } } };
  }
}

const signerFor = (service: AwsService, connected: Connected): SignatureV4 =>
  new SignatureV4({
    service,
    region: connected.region,
    credentials: () => connected.credentials(),
    sha256: Sha256,
    // S3 alone signs a path as it is sent.
    uriEscapePath: service !== 's3',
  });

const placeOf = ({ bucket, path = '/' }: AwsRequest, { host, hostname }: URL, isCustom: boolean) => {
  if (bucket === undefined) return { host, hostname, path };
  if (isCustom) return { host, hostname, path: `/${bucket}${path}` };
  return { host: `${bucket}.${host}`, hostname: `${bucket}.${hostname}`, path };
};

const wholeOf = async (body: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
};

type SdkError = Parameters<typeof isTransientError>[0];

/** What the SDK's rules look at, it looks at carefully: any error will do. */
const isError = (error: unknown): error is SdkError => isNativeError(error);

const kindOf = (error: unknown) => {
  if (!isError(error)) return 'CLIENT_ERROR';
  if (isThrottlingError(error)) return 'THROTTLING';
  return isTransientError(error) ? 'TRANSIENT' : 'CLIENT_ERROR';
};

/** Works once; what failed is tried again when it is asked for again. */
const once = <Value>(work: () => Promise<Value>): (() => Promise<Value>) => {
  let working: Promise<Value> | undefined;
  return () => {
    working ??= work().catch((error: unknown) => {
      working = undefined;
      throw error;
    });
    return working;
  };
};
