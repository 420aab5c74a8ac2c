import type { QueueEdge } from '@bulkhead/lambda-kit';
import { SqsApi } from '@bulkhead/lambda-kit/aws';

import { DynamoGovernors } from './adapters/dynamo-governors.ts';
import { DynamoKeptSlots } from './adapters/dynamo-kept-slots.ts';
import { DynamoSmallSendClaims } from './adapters/dynamo-small-send-claims.ts';
import { edgeObserver } from './adapters/edge-observer.ts';
import { S3Confirmations } from './adapters/s3-confirmations.ts';
import { S3Tests } from './adapters/s3-contents.ts';
import { SesMailers } from './adapters/ses-mailers/ses-mailers.ts';
import { SpliceComposer } from './adapters/splice/splice-composer.ts';
import { systemClock as clock } from './adapters/system-clock.ts';
import { makeSendSmall } from './application/small-sends/send-small.ts';
import { makeTakeSlots, makeTakeUrgentSlot } from './application/small-sends/take-slots.ts';
import { database, openObjects, queueEdge } from './composition.ts';
import * as config from './config.ts';
import { paceFor } from './domain/pace.ts';

const now = () => clock.now();

/** For the function that sends tests of a campaign. */
export const composeSendTest = () => {
  const env = config.loadTestSendsConfig();
  const { governing, ...sending } = smallSending(env, queueEdge(new SqsApi(), env.TEST_SENDS_DLQ_URL));
  const sendTest = makeSendSmall({
    ...sending,
    kind: { tag: 'test', note: 'test_sent', meter: 'TestsSent' },
    sends: new S3Tests(openObjects()),
    claims: new DynamoSmallSendClaims(sending.db, { table: env.TABLE_NAME, kind: 'test', now }),
    takeSlots: makeTakeSlots(governing),
  });
  return { edge: sending.edge, sendTest };
};

/** For the function that sends the mails which ask for a confirmation. */
export const composeSendConfirmation = () => {
  const env = config.loadConfirmationsConfig();
  const { governing, ...sending } = smallSending(env, queueEdge(new SqsApi(), env.CONFIRMATIONS_DLQ_URL));
  const keptSlots = new DynamoKeptSlots(sending.db, env.TABLE_NAME);
  const sendConfirmation = makeSendSmall({
    ...sending,
    kind: { tag: 'confirmation', note: 'confirmation_sent', meter: 'ConfirmationsSent' },
    sends: new S3Confirmations(openObjects()),
    claims: new DynamoSmallSendClaims(sending.db, { table: env.TABLE_NAME, kind: 'confirmation', now }),
    takeSlots: makeTakeUrgentSlot({ ...governing, keptSlots }),
  });
  return { edge: sending.edge, sendConfirmation };
};

type SmallSenderConfig = Omit<ReturnType<typeof config.loadTestSendsConfig>, 'TEST_SENDS_DLQ_URL'>;

/** What sends mails that belong to no run. */
const smallSending = (env: SmallSenderConfig, edge: QueueEdge) => {
  const pace = paceFor(env.SENDER_TIMEOUT_SECONDS * 1_000);
  const db = database();
  return {
    edge,
    db,
    composer: new SpliceComposer(() => new Date()),
    mailers: new SesMailers({ configurationSet: env.CONFIGURATION_SET, pace, die: () => process.exit(1) }),
    observer: edgeObserver(edge),
    clock,
    governing: { governors: new DynamoGovernors(db, env.TABLE_NAME, pace), clock, pace },
  };
};
