import type { MailContent, Recipient } from '../../domain/mail.ts';

/** Mails that belong to no run: a test of a campaign for a few people, or the confirmation of a subscription for one. */
export interface SmallSend {
  readonly content: MailContent;
  readonly recipients: readonly Pick<Recipient, 'address' | 'fields'>[];
}

export interface SmallSends {
  /** @throws PermanentError `<kind>_missing`, `<kind>_malformed`, `attachment_missing`, `attachment_changed` */
  read(uri: string): Promise<SmallSend>;
}

export interface SmallSendClaims {
  /** Answers whether nobody had claimed this recipient before. */
  claim(id: string, recipient: number): Promise<boolean>;
  /** Only for what SES certainly did not take. */
  release(id: string, recipient: number): Promise<void>;
}

/** Slots for so many mails, one after the other; `undefined` if there are none now. */
export type TakeSlots = (count: number) => Promise<readonly number[] | undefined>;

/** What of the rate campaigns leave to other mail. */
export interface KeptSlots {
  /** The next slot for one mail every so many milliseconds; `undefined` if it is too far away, or the answer was lost. */
  reserve(everyMs: number, now: number): Promise<number | undefined>;
}
