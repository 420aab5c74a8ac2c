import { randomUUID } from 'node:crypto';

type Fields = Readonly<Record<string, unknown>>;

/** Bodies of these types arrive as text; of all others, forms included, as base64. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+json)\b)/i;

/**
 * Corrects an HTTP API event where serverless-offline's differs from API Gateway's; other events stay as they are.
 *
 * The gateway tells the `Origin` of a page under another name, because the servers below refuse pages. What is missing is left out instead of being null, every request has an id of its own, the claims of a token are texts,
 * a request without a token has no authorizer, and a body that is not text is base64.
 */
export const asOnAws = (event: unknown): unknown => {
  if (!isFields(event) || event['version'] !== '2.0' || !isFields(event['requestContext'])) return event;

  return withoutNulls({
    ...event,
    ...encodeBody(event),
    ...(isFields(event['headers']) && { headers: withOrigin(event['headers']) }),
    requestContext: withoutNulls({
      ...event['requestContext'],
      requestId: randomUUID(),
      authorizer: correctAuthorizer(event['requestContext']['authorizer']),
    }),
  });
};

const withOrigin = ({ 'x-local-origin': origin, ...headers }: Fields): Fields =>
  typeof origin === 'string' ? { ...headers, origin } : headers;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const withoutNulls = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

const encodeBody = ({ body, headers, isBase64Encoded }: Fields): Fields => {
  const type = isFields(headers) ? headers['content-type'] : undefined;
  if (typeof body !== 'string' || isBase64Encoded === true || typeof type !== 'string' || TEXT.test(type)) return {};

  return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
};

const correctAuthorizer = (authorizer: unknown): Fields | undefined => {
  const jwt = isFields(authorizer) ? authorizer['jwt'] : undefined;
  const claims = isFields(jwt) ? jwt['claims'] : undefined;
  if (!isFields(jwt) || !isFields(claims)) return undefined;
  const texts = Object.entries(claims).map(([name, value]): [string, string] => [name, claimText(value)]);

  return { jwt: { scopes: jwt['scopes'] ?? null, claims: Object.fromEntries(texts) } };
};

/** API Gateway writes a list as its items between brackets, without commas. */
const claimText = (value: unknown): string =>
  Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'string' ? value : JSON.stringify(value);
