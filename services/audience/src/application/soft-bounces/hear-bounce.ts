import { everything } from '../../domain/consent.ts';
import { isOfMailbox, type Mailings, rowOf, type SoftBounceRule, withBounce } from '../../domain/soft-bounces.ts';
import type { ChangeConsent } from '../change-consent.ts';
import type { Cause } from '../ports.ts';
import type { SoftBounces } from './ports.ts';

/** A mail that came back, though not for good. */
export interface HeardBounce {
  readonly contactId: string;
  readonly runId: string;
  readonly at: string;
  /** Why; missing where nobody says. */
  readonly category?: string | undefined;
  /** SES could not tell what kind of bounce it was. */
  readonly isUndetermined: boolean;
}

export type HearBounce = (bounce: HeardBounce, cause: Cause) => Promise<void>;

interface Needs {
  readonly softBounces: Pick<SoftBounces, 'find' | 'save'>;
  readonly changeConsent: ChangeConsent;
  readonly rule: SoftBounceRule;
}

/**
 * Remembers a mail that came back for now, and stops all mail to an address whose mails keep coming back. What follows is decided from all that is
 * known, each time: whoever died after writing is followed by the same message, which decides the same.
 */
export const makeHearBounce =
  ({ softBounces, changeConsent, rule }: Needs): HearBounce =>
  async (bounce, cause) => {
    const { contactId, runId, category } = bounce;
    const row = rowOf(await remember(softBounces, bounce), rule);
    if (row === undefined) return;
    const { at, bounces } = row;
    await changeConsent(
      {
        said: { contactId, at, scope: everything, isSuppressed: true, reason: 'hard_bounce' },
        evidence: { by: 'mailbox', how: 'bounce', runId, category, inARow: bounces },
      },
      cause,
    );
  };

/** Of somebody of whom nothing is known, and whose mailbox is not to blame, nothing need be remembered but that it happened. */
const remember = async (softBounces: Needs['softBounces'], bounce: HeardBounce): Promise<Mailings> => {
  const { contactId, runId, at, category } = bounce;
  const known = (await softBounces.find(contactId)) ?? { contactId, mailings: [], revision: 0 };
  const isSoft = !bounce.isUndetermined && isOfMailbox(category);
  const mailings =
    known.revision === 0 && !isSoft ? [] : withBounce(known.mailings, { runId, at, isOfMailbox: isSoft });
  if (mailings === known.mailings) return mailings;

  const saved = await softBounces.save({ ...known, mailings }, { kind: 'soft_bounced', at, runId, category });
  if (saved === 'overtaken') return remember(softBounces, bounce);
  return saved === 'gone' ? [] : mailings;
};
