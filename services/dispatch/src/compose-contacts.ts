import { SnsApi, SnsEvents, SqsApi } from '@bulkhead/lambda-kit/aws';

import { DynamoLedgers } from './adapters/dynamo-ledgers.ts';
import { DynamoSuppressions } from './adapters/dynamo-suppressions.ts';
import { SnsExportAnswers } from './adapters/export-answers.ts';
import { systemClock } from './adapters/system-clock.ts';
import { makeExportContact } from './application/contacts/export-contact.ts';
import { database, queueEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function that tells what is held of a person. */
export const composeContactExports = () => {
  const env = config.loadContactExportsConfig();
  const db = database();
  const exportContact = makeExportContact({
    suppressions: new DynamoSuppressions(db, env.TABLE_NAME),
    ledgers: new DynamoLedgers(db, env.TABLE_NAME, () => systemClock.now()),
    answers: new SnsExportAnswers(new SnsEvents(new SnsApi(), env.TOPIC_ARN), systemClock),
  });
  return { edge: queueEdge(new SqsApi(), env.CONTACT_EXPORTS_DLQ_URL), exportContact };
};
