import { at, packagedTemplate } from '@bulkhead/testing';

const stateful = await packagedTemplate(new URL('../../stateful/', import.meta.url));
const code = await packagedTemplate(new URL('../../', import.meta.url));
const bucket = stateful.find('Bucket');

it('has S3 tell the queue of every file under uploads/, and of no other', () => {
  const [rule, ...others] = [at(bucket?.properties, 'NotificationConfiguration', 'QueueConfigurations')].flat();

  expect(others).toEqual([]);
  expect(rule).toEqual({
    Event: 's3:ObjectCreated:*',
    Queue: { 'Fn::GetAtt': ['UploadsQueue', 'Arn'] },
    Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } },
  });
});

it('lets nobody but S3, for this bucket of this account, send to the queue', () => {
  const statements = [at(stateful.find('UploadsQueuePolicy')?.properties, 'PolicyDocument', 'Statement')].flat();
  const allowed = statements.filter((statement) => at(statement, 'Effect') === 'Allow');

  expect(allowed).toHaveLength(1);
  expect(at(allowed[0], 'Principal')).toEqual({ Service: 's3.amazonaws.com' });
  expect(at(allowed[0], 'Condition')).toEqual({
    StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
    ArnEquals: { 'aws:SourceArn': { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::bulkhead-dev-audience-${AWS::AccountId}' } },
  });
});

it('lets a browser put a file and fetch one, and nothing else', () => {
  expect(at(bucket?.properties, 'CorsConfiguration', 'CorsRules', 0, 'AllowedMethods')).toEqual(['PUT', 'GET']);
});

it('throws away what is a copy, in time, and nothing that is not', () => {
  const rules = [at(bucket?.properties, 'LifecycleConfiguration', 'Rules')].flat();
  const expiring = rules.filter((rule) => at(rule, 'ExpirationInDays') !== undefined);

  expect(expiring.map((rule) => at(rule, 'Prefix'))).toEqual([
    'uploads/',
    'imports/',
    'exchange/',
    'exchange/confirmations/',
  ]);
});

it('keeps what was deleted or overwritten of a snapshot long enough to restore it, and of the rest a day', () => {
  const rules = [at(bucket?.properties, 'LifecycleConfiguration', 'Rules')].flat();
  const days = rules.flatMap((rule) => at(rule, 'NoncurrentVersionExpiration', 'NoncurrentDays') ?? []);

  expect(at(bucket?.properties, 'VersioningConfiguration', 'Status')).toBe('Enabled');
  expect(days).toEqual([1, 1, 30, 1]);
});

it('reads uploads from the queue that S3 tells, which stands in the other stack', () => {
  const source = code
    .ofType('AWS::Lambda::EventSourceMapping')
    .find(({ properties }) => JSON.stringify(properties).includes('bulkhead-dev-audience-uploads'));

  expect(at(source?.properties, 'FunctionName', 'Fn::GetAtt', 0)).toBe('OnUploadLambdaFunction');
  expect(at(stateful.find('UploadsQueue')?.properties, 'QueueName')).toBe('bulkhead-dev-audience-uploads');
});

it('asks nobody for a token who unsubscribes, chooses, fills in a form or confirms it, and everybody else', () => {
  const open = code
    .ofType('AWS::ApiGatewayV2::Route')
    .filter(({ properties }) => properties['AuthorizationType'] !== 'JWT');

  expect(open.map(({ properties }) => String(properties['RouteKey'])).toSorted()).toEqual([
    'GET /api/audience/confirmations/{token}',
    'GET /api/audience/preferences/{token}',
    'GET /api/audience/unsubscribe/{token}',
    'HEAD /api/audience/confirmations/{token}',
    'HEAD /api/audience/preferences/{token}',
    'HEAD /api/audience/unsubscribe/{token}',
    'OPTIONS /api/audience/forms/{formId}/submissions',
    'POST /api/audience/confirmations/{token}',
    'POST /api/audience/forms/{formId}/submissions',
    'POST /api/audience/preferences/{token}',
    'POST /api/audience/unsubscribe/{token}',
  ]);
});

it.each(['ShowUnsubscribe', 'Unsubscribe'])(
  'gives %s, which anybody may call, the signing key and no contact',
  (name) => {
    const statements = [
      at(code.find(`${name}IamRoleLambdaExecution`)?.properties, 'Policies', 0, 'PolicyDocument', 'Statement'),
    ].flat();
    const onTable = statements.filter((statement) => JSON.stringify(statement).includes('dynamodb:'));

    expect(onTable.map((statement) => at(statement, 'Condition'))).toEqual([
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['signing-key'] } },
    ]);
  },
);

it.each(['OnWriteContacts', 'OnTakeSnapshotPart'])('has %s slow down where the table is throttled', (name) => {
  expect(at(code.find(`${name}LambdaFunction`)?.properties, 'Environment', 'Variables')).toMatchObject({
    AWS_RETRY_MODE: 'adaptive',
  });
});
