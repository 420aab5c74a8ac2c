import { SQSClient } from '@aws-sdk/client-sqs';

import { QueueUrls } from './adapters/queue-urls.ts';
import { SqsDeadLetters } from './adapters/sqs-dead-letters.ts';
import { makeListDeadLetters } from './application/list-dead-letters.ts';
import { makeRedriveAll } from './application/redrive-all.ts';
import { makeDiscardDeadLetter, makeRedriveDeadLetter } from './application/settle-dead-letter.ts';
import { makeShowDeadLetters } from './application/show-dead-letters.ts';
import { httpEdge } from './composition.ts';
import { loadStageConfig } from './config.ts';

/** For the functions that show and settle dead letters. */
export const composeDeadLetters = () => {
  const { STAGE } = loadStageConfig();
  const sqs = new SQSClient({});
  const letters = new SqsDeadLetters(sqs, new QueueUrls(sqs, STAGE));
  const stores = { letters, redrives: letters, clock: { now: () => new Date() } };

  return {
    listDeadLetters: makeListDeadLetters(stores),
    showDeadLetters: makeShowDeadLetters(letters),
    redriveDeadLetter: makeRedriveDeadLetter(stores),
    redriveAll: makeRedriveAll(stores),
    discardDeadLetter: makeDiscardDeadLetter(letters),
    edge: httpEdge(),
  };
};
