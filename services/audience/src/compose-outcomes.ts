import { SnsApi, SnsEvents } from '@bulkhead/lambda-kit/aws';

import { EventAnnouncements } from './adapters/announcements.ts';
import { DynamoConsentHistory } from './adapters/dynamo-consent-history.ts';
import { DynamoConsents } from './adapters/dynamo-consents.ts';
import { DynamoErasures } from './adapters/dynamo-erasures.ts';
import { DynamoSoftBounces } from './adapters/dynamo-soft-bounces.ts';
import { makeChangeConsent, makeRecordOutcome } from './application/change-consent.ts';
import { makeHearBounce } from './application/soft-bounces/hear-bounce.ts';
import { clock, document, queueEdge } from './composition.ts';
import * as config from './config.ts';

/** For the function that hears what became of mails. */
export const composeOutcomes = () => {
  const { TABLE_NAME, TOPIC_ARN, DLQ_URL, ...rule } = config.loadOutcomesConfig();
  const table = document(TABLE_NAME);
  const changeConsent = makeChangeConsent({
    consents: new DynamoConsents(table),
    history: new DynamoConsentHistory(table),
    erasures: new DynamoErasures(table),
    announcements: new EventAnnouncements(new SnsEvents(new SnsApi(), TOPIC_ARN), clock),
  });
  return {
    edge: queueEdge(DLQ_URL),
    recordOutcome: makeRecordOutcome(changeConsent),
    hearBounce: makeHearBounce({
      softBounces: new DynamoSoftBounces(table),
      changeConsent,
      rule: { inARow: rule.SOFT_BOUNCES, overDays: rule.SOFT_BOUNCE_DAYS },
    }),
  };
};
