import { type Lab, startLab, until } from './lab.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
});

afterAll(() => lab.close());

describe('a host', () => {
  it('tells local-cloud what both stacks of its service are made of', () => {
    const registration = lab.cloud.told.get('/_local/stacks');

    expect(registration).toMatchObject({
      service: 'lab',
      region: 'eu-west-1',
      stacks: [
        { stack: 'lab-stateful-local', resources: [{ id: 'Table', ref: 'bulkhead-local-lab' }], ignored: [] },
        {
          stack: 'lab-local',
          resources: [{ id: 'LettersQueue' }, { id: 'LettersDlq' }],
          ignored: ['AWS::CloudWatch::Alarm'],
        },
      ],
      authorizers: { people: { type: 'jwt', audience: ['bulkhead'] } },
    });
  });

  it('tells local-cloud what calls its functions', () => {
    const { functions } = lab.cloud.told.get('/_local/stacks') ?? {};

    expect(functions).toMatchObject({
      'lab-local-onLetter': {
        events: [
          {
            sqs: {
              arn: 'arn:aws:sqs:eu-west-1:000000000000:bulkhead-local-lab-letters',
              batchSize: 5,
              functionResponseType: 'ReportBatchItemFailures',
            },
          },
        ],
      },
      'lab-local-signedIn': {
        routes: [{ routeKey: 'GET /api/lab/letters/{id}', authorizer: { name: 'people' } }],
      },
    });
  });

  it('tells local-cloud the definition of its state machine with the functions it calls', () => {
    const { stateMachines } = lab.cloud.told.get('/_local/stacks') ?? {};

    expect(stateMachines).toMatchObject([
      {
        name: 'bulkhead-local-lab-run',
        definition: {
          States: {
            Ask: { Arguments: { FunctionName: 'arn:aws:lambda:eu-west-1:000000000000:function:lab-local-onLetter' } },
          },
        },
      },
    ]);
  });

  it('answers HTTP on the port that it was given, and leaves tokens to the gateway', async () => {
    const response = await fetch(`${lab.cloud.httpUrl}/api/lab/letters/7`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ functionName: 'lab-local-signedIn' });
  });

  it('calls what has a rate once at the start, and nothing else', async () => {
    const log = await until(lab.log, (text) => text.includes('tick of'));

    expect(log).toMatch(/^\S+ tick tick of lab-local-tick\n$/);
  });

  it('ends with the process that started it', async () => {
    await lab.abandon();

    await expect(fetch(lab.cloud.lambdaUrl)).rejects.toThrow('fetch failed');
  });

  it('is ready only when its ports are open', () => {
    expect([...lab.cloud.told.keys()]).toEqual(['/_local/attach', '/_local/stacks', '/_local/ready']);
  });
});
