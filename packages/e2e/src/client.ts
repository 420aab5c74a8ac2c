import * as z from 'zod/mini';

import * as shape from './shapes.ts';

interface Session {
  readonly gateway: string;
  readonly token: string;
}

/** An answer that was not 2xx; carries the problem's own sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Signs in like any other client: client credentials at the issuer that the platform trusts. */
export const signIn = async (issuer: string): Promise<string> => {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { token_endpoint } = z.parse(z.object({ token_endpoint: z.url() }), await discovery.json());
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'bulkhead', client_secret: 'local' });
  const answer = await fetch(token_endpoint, { method: 'POST', body });
  return z.parse(z.object({ access_token: z.string() }), await answer.json()).access_token;
};

/** A thin client of the HTTP APIs, as a browser or a script of a customer would write it. */
export class Client {
  readonly gateway: string;
  readonly #token: string;

  constructor({ gateway, token }: Session) {
    this.gateway = gateway;
    this.#token = token;
  }

  /** @throws ApiError if the answer is not 2xx */
  async call<Answer extends z.ZodMiniType>(route: string, answer: Answer, body?: unknown): Promise<z.infer<Answer>> {
    const [method, path] = route.split(' ');
    const response = await fetch(`${this.gateway}${path}`, {
      ...(method !== undefined && { method }),
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new ApiError(response.status, `${route} answered ${response.status}: ${text.slice(0, 500)}`);
    return z.parse(answer, text === '' ? undefined : JSON.parse(text));
  }

  /** Uploads a file the way a browser does: presigned address, then one PUT to S3. Returns the import's id. */
  async upload(listId: string, fileName: string, bytes: Buffer): Promise<string> {
    const made = await this.call('POST /api/audience/imports', shape.importCreated, {
      listId,
      fileName,
      size: bytes.length,
    });
    const { url, headers = {} } = made.upload;
    const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    if (!put.ok)
      throw new ApiError(put.status, `the upload of ${fileName} was refused: ${(await put.text()).slice(0, 300)}`);
    return made.importId;
  }

  run(runId: string) {
    return this.call(`GET /api/campaigns/runs/${runId}`, shape.run);
  }

  dispatched(runId: string) {
    return this.call(`GET /api/dispatch/runs/${runId}`, shape.dispatchedRun);
  }

  report(runId: string) {
    return this.call(`GET /api/feedback/runs/${runId}/report`, shape.report);
  }

  importOf(importId: string) {
    return this.call(`GET /api/audience/imports/${importId}`, shape.importStatus);
  }

  control(runId: string, control: 'hold' | 'resume' | 'cancel' | 'retry' | 'complete') {
    return this.call(`POST /api/campaigns/runs/${runId}/${control}`, z.unknown());
  }
}
