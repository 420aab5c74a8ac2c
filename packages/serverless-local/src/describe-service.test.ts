import { describeFunctions, describeStateMachines, impliedResources, setEnvironments } from './describe-service.ts';
import { scopeOf } from './describe-stack.ts';
import type { FrameworkService, FunctionDefinition } from './framework.ts';
import type { TemplateMap } from './template.ts';

const endpoints = {
  gateway: 'http://127.0.0.1:4500',
  sqs: 'http://127.0.0.1:4501',
  issuer: 'http://127.0.0.1:4506',
};

const naming = {
  getLambdaLogicalId: (key: string) => `${naming.getNormalizedFunctionName(key)}LambdaFunction`,
  getNormalizedFunctionName: (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
};

const serviceWith = (functions: Readonly<Record<string, Partial<FunctionDefinition>>>): FrameworkService => {
  const definitions = new Map(
    Object.entries(functions).map(([key, part]) => [
      key,
      { name: `campaigns-local-${key}`, handler: 'x.handler', ...part },
    ]),
  );

  return {
    service: 'campaigns',
    provider: { region: 'eu-west-1', stage: 'local', timeout: 20 },
    getAllFunctions: () => [...definitions.keys()],
    getFunction: (key) => definitions.get(key) ?? { name: key, handler: '' },
  };
};

const scopeFor = (service: FrameworkService, machines: TemplateMap = {}) => {
  const input = { name: 'campaigns', stage: 'local', region: 'eu-west-1', resources: new Map(), endpoints };
  const httpApi = { ref: 'local-campaigns', attributes: { ApiEndpoint: endpoints.gateway } };

  return scopeOf(input, impliedResources(service, machines, naming), [['HttpApi', httpApi]]);
};

describe('describeFunctions', () => {
  it('tells routes and their authorizers from what local-cloud delivers, and leaves schedules out', () => {
    const service = serviceWith({
      api: {
        timeout: 5,
        events: [
          { httpApi: 'GET /api/campaigns/health' },
          { httpApi: { method: 'post', path: '/api/campaigns', authorizer: { name: 'people' } } },
          { httpApi: { method: '*', path: '/api/campaigns/any' } },
          { schedule: { rate: ['rate(1 minute)'] } },
          { sqs: { arn: { 'Fn::GetAtt': 'ApiLambdaFunction.Arn' } } },
        ],
      },
    });

    expect(describeFunctions(service, scopeFor(service))).toEqual({
      'campaigns-local-api': {
        key: 'api',
        timeout: 5,
        reservedConcurrency: undefined,
        events: [{ sqs: { arn: 'arn:aws:lambda:eu-west-1:000000000000:function:campaigns-local-api' } }],
        routes: [
          { routeKey: 'GET /api/campaigns/health' },
          { routeKey: 'POST /api/campaigns', authorizer: { name: 'people' } },
          { routeKey: 'ANY /api/campaigns/any' },
        ],
      },
    });
  });

  it("takes the provider's time limit where a function has none", () => {
    const service = serviceWith({ plan: {} });

    expect(describeFunctions(service, scopeFor(service))['campaigns-local-plan']?.timeout).toBe(20);
  });
});

describe('setEnvironments', () => {
  it("resolves machines by their id, and turns the API's address into the gateway's", () => {
    const machines = { run: { id: 'run', name: 'bulkhead-local-run', definition: {} } };
    const service = serviceWith({
      start: {
        environment: {
          MACHINE: { Ref: 'Run' },
          API: { 'Fn::Sub': 'https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/api/campaigns' },
          ENDPOINT: { 'Fn::GetAtt': 'HttpApi.ApiEndpoint' },
        },
      },
    });

    setEnvironments(service, scopeFor(service, machines), endpoints);

    expect(service.getFunction('start').environment).toEqual({
      MACHINE: 'arn:aws:states:eu-west-1:000000000000:stateMachine:bulkhead-local-run',
      API: 'http://127.0.0.1:4500/api/campaigns',
      ENDPOINT: 'http://127.0.0.1:4500',
    });
  });

  it('knows who signs people in, without a store of parameters', () => {
    const service = serviceWith({
      give: {
        environment: {
          ISSUER: '{{resolve:ssm:/bulkhead/local/issuer}}',
          CLIENT: '{{resolve:ssm:/bulkhead/local/client-id}}',
        },
      },
    });

    setEnvironments(service, scopeFor(service), endpoints);

    expect(service.getFunction('give').environment).toEqual({ ISSUER: 'http://127.0.0.1:4506', CLIENT: 'console' });
  });

  it('refuses a reference to nothing with the name of the variable', () => {
    const service = serviceWith({ start: { environment: { MACHINE: { Ref: 'Run' } } } });

    expect(() => setEnvironments(service, scopeFor(service), endpoints)).toThrow(
      'unknown Ref Run at functions.start.environment.MACHINE',
    );
  });
});

describe('describeStateMachines', () => {
  it('resolves the functions that a definition calls', () => {
    const machines = {
      run: { definition: { States: { Plan: { Arguments: { 'Fn::GetAtt': 'PlanLambdaFunction.Arn' } } } } },
    };
    const service = serviceWith({ plan: {} });

    expect(describeStateMachines(service, machines, scopeFor(service, machines))).toEqual([
      {
        name: 'campaigns-local-run',
        type: 'STANDARD',
        role: undefined,
        definition: {
          States: { Plan: { Arguments: 'arn:aws:lambda:eu-west-1:000000000000:function:campaigns-local-plan' } },
        },
      },
    ]);
  });
});
