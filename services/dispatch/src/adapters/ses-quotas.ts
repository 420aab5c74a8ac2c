import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { RetryableError } from '@bulkhead/lambda-kit';

import type { Quotas } from '../application/ports.ts';
import type { Quota } from '../domain/quota.ts';

export class SesQuotas implements Quotas {
  readonly #ses: SESClient;

  constructor(ses: SESClient) {
    this.#ses = ses;
  }

  async read(): Promise<Quota> {
    const { MaxSendRate, Max24HourSend, SentLast24Hours } = await this.#ses.send(new GetSendQuotaCommand({}));
    if (MaxSendRate === undefined || Max24HourSend === undefined || SentLast24Hours === undefined) {
      throw new RetryableError({ code: 'quota_unknown', message: 'SES did not say what it grants' });
    }
    return { maxSendRate: MaxSendRate, max24HourSend: Max24HourSend, sentLast24Hours: SentLast24Hours };
  }
}
