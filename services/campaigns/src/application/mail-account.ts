import { type Check, canLaunch } from '../domain/preflight/check.ts';
import { checkSendingEnabled, checkVerified, identitiesFor } from '../domain/preflight/identity.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Sender } from '../domain/sender.ts';
import type { SenderNamed } from '../domain/sender-profile.ts';
import type { MailAccount, Senders } from './ports.ts';
import { letterheadOf, type SenderMissing } from './senders.ts';

export type Objection = SenderMissing | { readonly kind: 'preflight_failed'; readonly checks: readonly Check[] };

/** Says why SES would take no mail of a campaign, if so: what a person must mend before anybody is mailed. */
export type FindObjection = (campaign: {
  readonly from: Sender | SenderNamed;
  readonly replyTo?: string;
}) => Promise<Result<undefined, Objection>>;

interface Needs {
  readonly senders: Pick<Senders, 'find'>;
  readonly account: Pick<MailAccount, 'identities' | 'isSendingEnabled'>;
}

/** Looks only at what can be known at once. What cannot be asked stops nobody: SES will say it again, mail by mail. */
export const makeFindObjection =
  ({ senders, account }: Needs): FindObjection =>
  async (campaign) => {
    const letterhead = await letterheadOf({ senders }, campaign);
    if (!letterhead.ok) return letterhead;
    const { address } = letterhead.value.from;
    const [known, isEnabled] = await Promise.all([
      account.identities(identitiesFor(address)),
      account.isSendingEnabled(),
    ]);
    const checks = [checkVerified(address, known), checkSendingEnabled(isEnabled)];
    return canLaunch(checks) ? succeed(undefined) : refuse({ kind: 'preflight_failed', checks });
  };
