import { all, refersTo, resources } from './templates.ts';

/** SES cannot publish to a topic encrypted with the AWS managed key. */
const publishedToByAws = ['SesEventsTopic', 'SesEngagementTopic'];

const retained = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::SNS::Topic'];

describe.each(all('AWS::DynamoDB::Table'))('table $title', ({ properties }) => {
  it('is encrypted and can be restored to any second', () => {
    expect(properties).toMatchObject({
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('costs nothing while nothing happens', () => {
    expect(properties['BillingMode']).toBe('PAY_PER_REQUEST');
  });
});

describe.each(all('AWS::S3::Bucket'))('bucket $title', ({ logicalId: id, service, properties }) => {
  it('is private and encrypted', () => {
    expect(properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(properties).toHaveProperty('BucketEncryption');
  });

  it('is reached over TLS only', () => {
    const policy = all('AWS::S3::BucketPolicy').find(
      (other) => other.service === service && refersTo(other.properties['Bucket'], id),
    );

    expect(JSON.stringify(policy?.properties ?? null)).toContain('aws:SecureTransport');
  });
});

describe.each(all('AWS::SNS::Topic'))('topic $title', ({ logicalId: id, service, properties }) => {
  it('is encrypted, unless AWS itself must publish to it', () => {
    expect('KmsMasterKeyId' in properties).toBe(!publishedToByAws.includes(id));
  });

  it('is reached over TLS only', () => {
    const policy = all('AWS::SNS::TopicPolicy').find(
      (other) => other.service === service && refersTo(other.properties['Topics'], id),
    );

    expect(JSON.stringify(policy?.properties ?? null)).toContain('aws:SecureTransport');
  });
});

/** The framework keeps its packages there; nothing of ours. */
const ours = resources.filter(({ logicalId }) => logicalId !== 'ServerlessDeploymentBucket');
const withMemory = ours.filter(({ type }) => retained.includes(type));

it('keeps what cannot be made again when a stack is deleted', () => {
  expect(withMemory.filter(({ deletionPolicy }) => deletionPolicy !== 'Retain').map(({ title }) => title)).toEqual([]);
});

it('keeps everything with a memory in the stateful stacks', () => {
  expect(withMemory.filter(({ stack }) => stack !== 'stateful').map(({ title }) => title)).toEqual([]);
});
