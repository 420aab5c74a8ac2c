import { describeService } from './describe-service.ts';
import { type StacksPayload, stacksPayload } from './payload.ts';

const service = (functions: object, authorizers: object = {}): StacksPayload =>
  stacksPayload.parse({
    service: 'campaigns',
    region: 'eu-west-1',
    stacks: [],
    functions,
    stateMachines: [],
    authorizers,
  });

const declared = (over: object) => ({ plan: { key: 'plan', timeout: 20, events: [], routes: [], ...over } });
const people = { people: { identitySource: ['$request.header.Authorization'], audience: 'bulkhead', issuerUrl: 'x' } };

describe('describeService', () => {
  it("fills in Lambda's own defaults", () => {
    const { functions } = describeService(service(declared({ events: [{ sqs: 'arn:q' }] })));

    expect(functions).toEqual([
      {
        name: 'plan',
        service: 'campaigns',
        timeoutSeconds: 20,
        reservedConcurrency: undefined,
        sources: [
          { queueArn: 'arn:q', batchSize: 10, windowSeconds: 0, maximumConcurrency: undefined, reportsFailures: false },
        ],
      },
    ]);
  });

  it('leaves out a source that is switched off', () => {
    const { functions } = describeService(service(declared({ events: [{ sqs: { arn: 'arn:q', enabled: false } }] })));

    expect(functions).toMatchObject([{ sources: [] }]);
  });

  it('takes a list or a text where the framework takes either', () => {
    const { authorizers } = describeService(service(declared({}), people));

    expect(authorizers).toEqual({
      people: { identitySource: '$request.header.Authorization', audience: ['bulkhead'] },
    });
  });

  it('takes an authorizer by its name alone', () => {
    const routes = [{ routeKey: 'GET /api/campaigns', authorizer: 'people' }];

    expect(describeService(service(declared({ routes }), people)).routes).toEqual([
      { routeKey: 'GET /api/campaigns', functionName: 'plan', authorizer: { name: 'people', scopes: [] } },
    ]);
  });

  it.each([
    ['an event that nobody delivers', { events: [{ s3: 'bucket' }] }, 'events of type s3 do not exist here'],
    ['a filter', { events: [{ sqs: { arn: 'q', filterPatterns: [] } }] }, 'filterPatterns do not exist here'],
    ['a large batch without a window', { events: [{ sqs: { arn: 'q', batchSize: 11 } }] }, 'maximumBatchingWindow'],
    ['an authorizer nobody declares', { routes: [{ routeKey: 'GET /x', authorizer: 'p' }] }, 'authorizer p'],
    [
      'a Lambda authorizer',
      { routes: [{ routeKey: 'GET /x', authorizer: { name: 'people', type: 'request' } }] },
      'only JWT authorizers exist here',
    ],
  ])('refuses %s instead of ignoring it', (_, over, sentence) => {
    expect(() => describeService(service(declared(over)))).toThrow(sentence);
  });
});
