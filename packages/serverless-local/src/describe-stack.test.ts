import { describeStack, scopeOf } from './describe-stack.ts';
import { readResources, type Template } from './template.ts';

const endpoints = {
  gateway: 'http://127.0.0.1:4500',
  sqs: 'http://127.0.0.1:4501',
  issuer: 'http://127.0.0.1:4506',
};

const described = (...templates: readonly Template[]) => {
  const resources = readResources(templates);
  const input = { name: 'audience', stage: 'local', region: 'eu-west-1', resources, endpoints };

  return describeStack(resources, scopeOf(input, new Map()));
};

describe('describeStack', () => {
  it('gives a queue the address and ARN under which it will be found', () => {
    const stack = described({
      Resources: { Uploads: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'bulkhead-local-uploads' } } },
    });

    expect(stack.resources).toEqual([
      {
        id: 'Uploads',
        type: 'AWS::SQS::Queue',
        ref: 'http://127.0.0.1:4501/000000000000/bulkhead-local-uploads',
        att: {
          Arn: 'arn:aws:sqs:eu-west-1:000000000000:bulkhead-local-uploads',
          QueueName: 'bulkhead-local-uploads',
          QueueUrl: 'http://127.0.0.1:4501/000000000000/bulkhead-local-uploads',
        },
        properties: { QueueName: 'bulkhead-local-uploads' },
      },
    ]);
  });

  it('lets resources refer to each other in any order and over several files', () => {
    const stack = described(
      { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { Redrive: { 'Fn::GetAtt': 'Dlq.Arn' } } } } },
      {
        Resources: { Dlq: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': '${AWS::Region}-dlq' } } } },
      },
    );

    expect(stack.resources[0]?.properties).toEqual({ Redrive: 'arn:aws:sqs:eu-west-1:000000000000:eu-west-1-dlq' });
  });

  it('lists what means nothing on a laptop without looking into it', () => {
    const stack = described({
      Resources: {
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'Elsewhere' }] } },
        Site: { Type: 'AWS::CloudFront::Distribution', Properties: {} },
      },
    });

    expect(stack).toEqual({
      stack: 'audience-local',
      resources: [],
      ignored: ['AWS::CloudFront::Distribution', 'AWS::CloudWatch::Alarm'],
    });
  });

  it('refuses a resource that depends on a condition', () => {
    const conditional = { Resources: { Queue: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' } } };

    expect(() => described(conditional)).toThrow('Queue depends on the condition IsProd');
  });

  it('refuses two resources of one name', () => {
    const queue = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };

    expect(() => described(queue, queue)).toThrow('The resource Queue is declared twice');
  });
});
