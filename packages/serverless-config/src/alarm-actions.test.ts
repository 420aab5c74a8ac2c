import { withAlarmActions } from './alarm-actions.ts';

const topic = 'arn:aws:sns:eu-west-1:123456789012:on-call';
const resources = {
  QueueDlqAlarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'queue-dlq' } },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'queue' } },
};

it('tells the topic when an alarm fires, and when all is well again', () => {
  expect(withAlarmActions(resources, topic)).toEqual({
    QueueDlqAlarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { AlarmName: 'queue-dlq', AlarmActions: [topic], OKActions: [topic] },
    },
    Queue: resources.Queue,
  });
});

it('leaves an alarm alone that says for itself whom it tells', () => {
  const own = { Own: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [], OKActions: [] } } };

  expect(withAlarmActions(own, topic)).toEqual(own);
});

it('changes nothing where nobody named a topic', () => {
  expect(withAlarmActions(resources, '')).toBe(resources);
});
