import { at, packagedTemplate } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { paceFor } from '../../src/domain/pace.ts';

const code = await packagedTemplate(new URL('../../', import.meta.url));
const sender = code.find('SendChunkLambdaFunction')?.properties;
const timeout = z.parse(z.number(), at(sender, 'Timeout'));
const source = code
  .ofType('AWS::Lambda::EventSourceMapping')
  .find(({ properties }) => at(properties, 'EventSourceArn', 'Fn::GetAtt', 0) === 'ChunksQueue')?.properties;

describe('a sender', () => {
  it('is told the deadline that Lambda keeps', () => {
    expect(at(sender, 'Environment', 'Variables', 'SENDER_TIMEOUT_SECONDS')).toBe(String(timeout));
  });

  it('has its chunk for itself until a minute after it is dead', () => {
    expect(at(code.find('ChunksQueue')?.properties, 'VisibilityTimeout')).toBe(timeout + 60);
  });

  it('works on one chunk, so that no other waits for its deadline', () => {
    expect(at(source, 'BatchSize')).toBe(1);
  });

  it('is limited by the event source: reserved concurrency would burn receives', () => {
    expect(at(source, 'ScalingConfig', 'MaximumConcurrency')).toBe(16);
    expect(at(sender, 'ReservedConcurrentExecutions')).toBeUndefined();
  });

  it('may hand its chunk back as often as the rate asks for it', () => {
    expect(at(sender, 'RecursiveLoop')).toBe('Allow');
  });

  it('finishes a batch opened at the last moment before its deadline', () => {
    const { horizonMs, windowMs, requestMs, marginMs } = paceFor(timeout * 1_000);

    expect(horizonMs + windowMs + requestMs + marginMs).toBeLessThan(timeout * 1_000);
  });

  it('settles doubt as the protocol says: quiet after a minute, due after a quarter of an hour', () => {
    const variables = at(sender, 'Environment', 'Variables');

    expect(variables).toMatchObject({
      NETWORK_SECONDS: '60',
      SETTLE_SECONDS: '900',
      ASK_SECONDS: '60',
      DOUBT_POLICY: 'resend',
      SEND_EVENTS: 'true',
    });
  });

  it('may send in the name of identities of this account, through the configuration set that feedback listens to', () => {
    const policies = JSON.stringify(code.find('SendChunkIamRoleLambdaExecution')?.properties);

    expect(policies).toContain(':identity/*');
    expect(policies).toContain(':configuration-set/bulkhead-dev-feedback');
  });
});

it('asks SES what it grants in three places only: on a schedule, between its refreshes, and where no governor exists yet', () => {
  const asking = code
    .ofType('AWS::IAM::Role')
    .filter(({ properties }) => JSON.stringify(properties).includes('ses:GetSendQuota'))
    .map(({ logicalId }) => logicalId);

  expect(asking.toSorted()).toEqual([
    'OnQuotaLookIamRoleLambdaExecution',
    'OnWaveReleasedIamRoleLambdaExecution',
    'RefreshQuotaIamRoleLambdaExecution',
  ]);
});

it('sweeps every five minutes and asks for the quota every minute', () => {
  const rates = code.ofType('AWS::Events::Rule').map(({ properties }) => String(at(properties, 'ScheduleExpression')));

  expect(new Set(rates)).toEqual(new Set(['rate(1 minute)', 'rate(5 minutes)']));
});
