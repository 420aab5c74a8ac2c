import { SESClient } from '@aws-sdk/client-ses';
import { SqsApi, SqsCommands } from '@bulkhead/lambda-kit/aws';

import { DynamoGovernors } from './adapters/dynamo-governors.ts';
import { DynamoWaves } from './adapters/dynamo-waves.ts';
import { SesQuotas } from './adapters/ses-quotas.ts';
import { SqsQuotaLooks } from './adapters/sqs-quota-looks.ts';
import { systemClock as clock } from './adapters/system-clock.ts';
import { makeFollowQuota } from './application/follow-quota.ts';
import { makeRefreshQuota } from './application/refresh-quota.ts';
import { composeEdge, database, queueEdge } from './composition.ts';
import * as config from './config.ts';
import { paceFor } from './domain/pace.ts';

const now = () => clock.now();

/** For the function that asks SES for the quota from time to time. */
export const composeRefreshQuota = () => {
  const env = config.loadQuotaConfig();
  const db = database();
  const refreshQuota = makeRefreshQuota({
    governors: new DynamoGovernors(db, env.TABLE_NAME, paceFor(env.SENDER_TIMEOUT_SECONDS * 1_000)),
    quotas: new SesQuotas(new SESClient({})),
    openWaves: new DynamoWaves(db, env.TABLE_NAME, now),
    looks: new SqsQuotaLooks(new SqsCommands(new SqsApi(), env.QUOTA_LOOKS_QUEUE_URL), clock),
    clock,
    keptShare: env.KEPT_SHARE,
  });
  return { edge: composeEdge(), refreshQuota };
};

/** For the function that looks at it between those times while there is anything to send. */
export const composeFollowQuota = () => {
  const env = config.loadQuotaLooksConfig();
  const followQuota = makeFollowQuota({
    governors: new DynamoGovernors(database(), env.TABLE_NAME, paceFor(env.SENDER_TIMEOUT_SECONDS * 1_000)),
    quotas: new SesQuotas(new SESClient({})),
    keptShare: env.KEPT_SHARE,
  });
  return { edge: queueEdge(new SqsApi(), env.QUOTA_LOOKS_DLQ_URL), followQuota };
};
