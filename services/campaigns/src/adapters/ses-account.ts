import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import type { Log } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { MailAccount } from '../application/ports.ts';
import type { Identities } from '../domain/preflight/identity.ts';
import type { Quota } from '../domain/preflight/quota.ts';

/** A launch waits for SES so long, and no longer. */
const LONGEST_MS = 2_000;

const Status = z.enum(['Success', 'Pending', 'Failed', 'TemporaryFailure', 'NotStarted']);

const statusOf = (said: unknown): z.infer<typeof Status> => {
  const read = z.safeParse(Status, said);
  return read.success ? read.data : 'NotStarted';
};

/** What SES says of the account. It allows one such question a second, shared by everybody: an answer may fail to come. */
export class SesAccount implements MailAccount {
  readonly #ses: Pick<SESClient, 'send'>;
  readonly #log: Pick<Log, 'warn'>;

  constructor(ses: Pick<SESClient, 'send'>, log: Pick<Log, 'warn'>) {
    this.#ses = ses;
    this.#log = log;
  }

  identities(asked: readonly string[]): Promise<Identities | undefined> {
    const input = { Identities: [...asked] };
    return this.#unlessSilent(async (options) => {
      const [verified, signed] = await Promise.all([
        this.#ses.send(new GetIdentityVerificationAttributesCommand(input), options),
        this.#ses.send(new GetIdentityDkimAttributesCommand(input), options),
      ]);
      const dkim = signed.DkimAttributes ?? {};
      return new Map(
        Object.entries(verified.VerificationAttributes ?? {}).map(([identity, { VerificationStatus }]) => [
          identity,
          {
            verification: statusOf(VerificationStatus),
            isSigned: dkim[identity]?.DkimEnabled === true && dkim[identity]?.DkimVerificationStatus === 'Success',
          },
        ]),
      );
    });
  }

  quota(): Promise<Quota | undefined> {
    return this.#unlessSilent(async (options) => {
      const said = await this.#ses.send(new GetSendQuotaCommand({}), options);
      const { MaxSendRate: perSecond = 0, Max24HourSend = -1, SentLast24Hours = 0 } = said;
      if (Max24HourSend < 0) return { perSecond };
      return { perSecond, max24Hours: Max24HourSend, left24Hours: Math.max(0, Max24HourSend - SentLast24Hours) };
    });
  }

  isSendingEnabled(): Promise<boolean | undefined> {
    return this.#unlessSilent(async (options) => {
      const { Enabled } = await this.#ses.send(new GetAccountSendingEnabledCommand({}), options);
      return Enabled;
    });
  }

  async #unlessSilent<Answer>(
    ask: (options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    try {
      return await ask({ abortSignal: AbortSignal.timeout(LONGEST_MS) });
    } catch (error) {
      this.#log.warn('ses_not_asked', { error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  }
}
