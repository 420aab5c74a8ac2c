/** How one invocation of a function ended. */
export type Invocation =
  | { readonly kind: 'answered'; readonly payload: string }
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string; readonly payload: string }
  | { readonly kind: 'timed_out'; readonly payload: string }
  | { readonly kind: 'host_gone'; readonly service: string }
  /** The connection broke though the host lives: what the function did, nobody knows. */
  | { readonly kind: 'broken_off'; readonly service: string }
  | { readonly kind: 'unknown_function' };

const UNHANDLED_TIMEOUT = 'Sandbox.Timedout';

/** AWS's answer for a handler that returned nothing. */
const NOTHING = 'null';

export const answered = (body: string): Invocation => ({ kind: 'answered', payload: body === '' ? NOTHING : body });

export const timedOut = (seconds: number): Invocation => ({
  kind: 'timed_out',
  payload: JSON.stringify({
    errorType: UNHANDLED_TIMEOUT,
    errorMessage: `Task timed out after ${seconds.toFixed(2)} seconds`,
  }),
});

/**
 * Reads what serverless-offline says of a handler that threw. It calls every error "Error"; the name
 * survives as the start of the trace, and Step Functions' Retry and Catch match on it.
 */
export const failed = (body: string): Invocation => {
  const said = parse(body);
  const errorMessage = text(said['errorMessage']);
  const trace = Array.isArray(said['trace']) ? said['trace'] : [];
  const errorType = NAME_AT_START.exec(text(trace[0]))?.[1] ?? (text(said['errorType']) || 'Error');

  return { kind: 'failed', errorType, errorMessage, payload: JSON.stringify({ ...said, errorType }) };
};

const NAME_AT_START = /^([A-Za-z_$][\w$.]*)(?::|$)/;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const parse = (body: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : { errorMessage: body };
  } catch {
    return { errorMessage: body };
  }
};
