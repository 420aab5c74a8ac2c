import type { FieldIssue } from './parse.ts';
import type { Sentence } from './words/sentence.ts';

/** An answer of an HTTP handler. `body` becomes JSON unless `contentType` says otherwise, then it must be a string. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A sentence that says what to do; its code is the last part of the problem's `type`. */
interface Problem extends Sentence {
  readonly status: number;
  readonly errors?: readonly FieldIssue[];
  /** More that this kind of problem tells, beside what every problem has. */
  readonly also?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Unprocessable',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

/**
 * An RFC 9457 answer.
 * @example
 * return problem({ status: 409, code: 'already_launched', detail: 'This campaign has been launched; duplicate it to send again.' });
 */
export const problem = ({ status, code, detail, values, errors, also, headers }: Problem): HttpAnswer => ({
  status,
  contentType: 'application/problem+json',
  ...(headers && { headers }),
  body: {
    ...also,
    type: `urn:bulkhead:problem:${code}`,
    title: titles[status] ?? 'Problem',
    status,
    detail,
    ...(values && { values }),
    ...(errors && { errors }),
  },
});
