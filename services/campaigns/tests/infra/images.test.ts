import { at, packagedTemplate } from '@bulkhead/testing';
import * as z from 'zod/mini';

const Statement = z.looseObject({
  Sid: z.optional(z.string()),
  Effect: z.string(),
  Principal: z.unknown(),
  Action: z.unknown(),
  Resource: z.unknown(),
  Condition: z.optional(z.unknown()),
});

const stateful = await packagedTemplate(new URL('../../stateful/', import.meta.url));
const stack = await packagedTemplate(new URL('../../', import.meta.url));
const statements = z.parse(
  z.array(Statement),
  at(stateful.find('BucketPolicy')?.properties, 'PolicyDocument', 'Statement'),
);
const allowing = statements.filter(({ Effect }) => Effect === 'Allow');

describe('the bucket of campaigns', () => {
  it('lets CloudFront read pictures for mails, and nobody anything else', () => {
    expect(allowing).toHaveLength(1);
    expect(allowing).toMatchObject([
      {
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Resource: { 'Fn::Sub': '${Bucket.Arn}/images/*' },
      },
    ]);
  });

  it('lets no distribution of another account read them', () => {
    expect(JSON.stringify(allowing.map(({ Condition }) => Condition))).toMatch(
      /aws:SourceArn.*\$\{AWS::AccountId\}:distribution/,
    );
  });
});

it('lets the function that announces a picture put nothing but pictures', () => {
  const role = stack.all.find(({ type, logicalId }) => type === 'AWS::IAM::Role' && /^AddImage/i.test(logicalId));
  const written = JSON.stringify(role?.properties ?? null);

  expect(written).toContain('/images/*');
  expect(written).toContain('s3:PutObject');
  expect(written).not.toMatch(/s3:\*|s3:GetObject|s3:DeleteObject|dynamodb:(?!PutItem|\$)/);
});
