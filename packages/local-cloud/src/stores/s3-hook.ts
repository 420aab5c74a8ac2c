import type { IncomingHttpHeaders } from 'node:http';

/** The little of fauxqs' requests that our hooks look at. */
export interface S3Request {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** The little of fauxqs' replies that our hooks need. */
export interface S3Reply {
  code(status: number): unknown;
  header(name: string, value: string): unknown;
  send(body?: string): unknown;
}

export interface S3Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Looks at a request before fauxqs does, and may refuse it. */
export type S3Check = (request: S3Request) => S3Refusal | undefined;

/** Answers as S3 does when it refuses. */
export const refuse = (reply: S3Reply, { status, code, message }: S3Refusal): void => {
  reply.code(status);
  reply.header('content-type', 'application/xml');
  reply.send(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  );
};
