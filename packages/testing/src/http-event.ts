import type { Role } from '@bulkhead/lambda-kit';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

interface Request {
  /** As in `serverless.yml`: `GET /api/campaigns/runs/{runId}`. */
  readonly route: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string stays as it is, anything else becomes JSON. */
  readonly body?: unknown;
  /** The `sub` of the token; `null` for a request without one. */
  readonly caller?: string | null;
  /** What the token's groups say; `null` for somebody without a role. */
  readonly role?: Role | null;
  /** The services that the token is for, as its claim says; without it, for all. */
  readonly services?: string | undefined;
}

/**
 * A request as API Gateway's HTTP API hands it to a function (payload 2.0).
 * @example
 * httpEvent({ route: 'GET /api/feedback/runs/{runId}/report', path: { runId: 'run_1' } })
 */
export const httpEvent = ({
  route,
  path,
  query,
  headers,
  body,
  caller = 'somebody',
  role = 'administrator',
  services,
}: Request): APIGatewayProxyEventV2 => {
  const [method = 'GET', template = '/'] = route.split(' ');
  const rawPath = template.replaceAll(/\{(\w+)\+?\}/g, (whole, name: string) => path?.[name] ?? whole);

  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    isBase64Encoded: false,
    ...(path && { pathParameters: path }),
    ...(query && { queryStringParameters: query }),
    ...bodyOf(body),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'api.test',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: route,
      stage: '$default',
      time: '21/Nov/2026:10:00:00 +0000',
      timeEpoch: 1_795_255_200_000,
      ...(caller !== null && { authorizer: { jwt: { claims: claimsOf(caller, { role, services }), scopes: [] } } }),
    },
  };
};

/** API Gateway makes a text of everything; a list is written between brackets. */
const claimsOf = (sub: string, { role, services }: Required<Pick<Request, 'role'>> & Pick<Request, 'services'>) => ({
  sub,
  ...(role !== null && { 'cognito:groups': `[${role}]` }),
  ...(services !== undefined && { services }),
});

const bodyOf = (body: unknown) =>
  body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
