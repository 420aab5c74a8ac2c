import { at, packagedTemplate, refersTo } from '@bulkhead/testing';

const stateful = await packagedTemplate(new URL('../../stateful/', import.meta.url));
const code = await packagedTemplate(new URL('../../', import.meta.url));

const dispatch = await packagedTemplate(new URL('../../../dispatch/', import.meta.url));

const propertiesOf = (type: string) => stateful.ofType(type).map(({ properties }) => properties);

describe('what SES tells', () => {
  it('is told through the configuration set that dispatch names', () => {
    expect(propertiesOf('AWS::SES::ConfigurationSet')).toMatchObject([{ Name: 'bulkhead-dev-feedback' }]);
  });

  it('is everything that the reports count, opens and clicks on a way of their own', () => {
    const destinations = propertiesOf('AWS::SES::ConfigurationSetEventDestination').map((properties) => ({
      set: at(properties, 'ConfigurationSetName', 'Ref'),
      types: at(properties, 'EventDestination', 'MatchingEventTypes'),
      topic: at(properties, 'EventDestination', 'SnsDestination', 'TopicARN', 'Ref'),
    }));

    expect(destinations).toEqual([
      {
        set: 'MailEvents',
        types: [
          'send',
          'delivery',
          'bounce',
          'complaint',
          'deliveryDelay',
          'reject',
          'renderingFailure',
          'subscription',
        ],
        topic: 'SesEventsTopic',
      },
      { set: 'MailEvents', types: ['open', 'click'], topic: 'SesEngagementTopic' },
    ]);
  });

  it('holds Send events if dispatch believes that it does: silence would prove what it does not', () => {
    const types = propertiesOf('AWS::SES::ConfigurationSetEventDestination')
      .filter((properties) => at(properties, 'EventDestination', 'Enabled') === true)
      .flatMap((properties) => at(properties, 'EventDestination', 'MatchingEventTypes'));

    const believed = at(
      dispatch.find('SendChunkLambdaFunction')?.properties,
      'Environment',
      'Variables',
      'SEND_EVENTS',
    );

    expect(believed).toBe(String(types.includes('send')));
  });

  it.each(['SesEventsTopicPolicy', 'SesEngagementTopicPolicy'])(
    'can be told by SES alone, on behalf of this account and this configuration set (%s)',
    (logicalId) => {
      const statements = JSON.stringify(at(stateful.find(logicalId)?.properties, 'PolicyDocument', 'Statement'));
      const [allowed] = JSON.parse(statements).filter((each: unknown) => at(each, 'Effect') === 'Allow');

      expect(statements.match(/"Allow"/g)).toHaveLength(1);
      expect(allowed).toMatchObject({
        Principal: { Service: 'ses.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' }, 'aws:SourceArn': expect.anything() },
        },
      });
      expect(JSON.stringify(at(allowed, 'Condition'))).toContain('configuration-set/${MailEvents}');
    },
  );

  it.each([
    ['SesEventsSubscription', 'bulkhead-dev-feedback-ses-events'],
    ['EngagementSubscription', 'bulkhead-dev-feedback-ses-engagement'],
  ])('arrives unfiltered (%s): payload filters on SNS would cost more than everything else', (logicalId, topic) => {
    const subscription = code.find(logicalId);

    expect(JSON.stringify(at(subscription?.properties, 'TopicArn'))).toContain(topic);
    expect(subscription?.properties).not.toHaveProperty('FilterPolicy');
  });

  it.each([
    ['SesEventsQueue', 1_800, 10],
    ['EngagementQueue', 2_000, 300],
  ])('is folded many at a time (%s): every write holds as much as can be', (queue, size, seconds) => {
    const [mapping] = code
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => at(properties, 'EventSourceArn', 'Fn::GetAtt', 0) === queue);
    const hidden = at(code.find(queue)?.properties, 'VisibilityTimeout');

    expect(mapping?.properties).toMatchObject({ BatchSize: size, MaximumBatchingWindowInSeconds: seconds });
    expect(Number(hidden)).toBeGreaterThanOrEqual(6 * 30 + seconds);
  });

  it('is kept for 14 days where it means nothing to us, encrypted, by both who read events, and read by nobody', () => {
    const writers = code
      .ofType('AWS::IAM::Role')
      .filter(({ properties }) => refersTo(properties['Policies'], 'StrangersQueue'))
      .map(({ logicalId }) => logicalId);
    const readers = code
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => refersTo(properties['EventSourceArn'], 'StrangersQueue'));

    expect(code.find('StrangersQueue')?.properties).toMatchObject({
      MessageRetentionPeriod: 1_209_600,
      SqsManagedSseEnabled: true,
    });
    expect(writers.toSorted()).toEqual(['OnEngagementIamRoleLambdaExecution', 'OnSesEventsIamRoleLambdaExecution']);
    expect(readers).toEqual([]);
  });
});
