import { type Result, refuse, succeed } from './result.ts';

/** Who a mail comes from, as recipients see it. */
export interface Sender {
  readonly name?: string;
  readonly address: string;
}

export type SenderProblem =
  | { readonly kind: 'sender_name_unusable' }
  | { readonly kind: 'address_unusable'; readonly field: 'from.address' | 'replyTo' };

/** SES takes no other characters before the @, and international domains only in their `xn--` form. */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/;
const LONGEST_ADDRESS = 320;
const LONGEST_LOCAL_PART = 64;
// oxlint-disable-next-line no-control-regex -- a line break in a header would begin another header
const CONTROL_CHARACTER = /[\u0000-\u001F\u007F\u2028\u2029]/;

const isSendable = (address: string): boolean =>
  address.length <= LONGEST_ADDRESS && address.indexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(address);

/** Refuses what SES would refuse for every recipient of a run, while somebody is there to correct it. */
export const checkSender = (from: Sender, replyTo?: string): Result<undefined, SenderProblem> => {
  if (from.name !== undefined && CONTROL_CHARACTER.test(from.name)) return refuse({ kind: 'sender_name_unusable' });
  if (!isSendable(from.address)) return refuse({ kind: 'address_unusable', field: 'from.address' });
  if (replyTo !== undefined && !isSendable(replyTo)) return refuse({ kind: 'address_unusable', field: 'replyTo' });
  return succeed(undefined);
};
