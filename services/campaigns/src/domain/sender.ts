import { type Result, refuse, succeed } from './result.ts';

/** Who a mail comes from, as recipients see it. */
export interface Sender {
  readonly name?: string;
  readonly address: string;
}

export type SenderProblem =
  | { readonly kind: 'sender_name_unusable' }
  | { readonly kind: 'sender_name_deceptive' }
  | { readonly kind: 'address_unusable'; readonly field: 'from.address' | 'replyTo' };

/** SES takes no other characters before the @, and international domains only in their `xn--` form. */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 253;

const isSendable = (address: string): boolean => {
  const at = address.indexOf('@');
  return at <= LONGEST_LOCAL_PART && address.length - at - 1 <= LONGEST_DOMAIN && ADDRESS.test(address);
};

/** A line break in a header would begin another header; half a character is none. */
const UNUSABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What nobody sees, and what turns around the letters after it: a name could look like another one, whose mail is trusted. */
const DECEPTIVE = /[\u034F\u115F\u1160\u3164\uFFA0]|(?![\u200C\u200D])\p{Cf}/u;

/** Joiners make one picture of several, and belong to the spelling of scripts other than these. Between letters of these they are only invisible. */
const JOINER_OUT_OF_PLACE =
  /(?<![\uFE0F\p{Emoji_Modifier}\p{Extended_Pictographic}[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}\p{Script=Inherited}]]])[\u200C\u200D]/v;

const problemOfName = (name: string): SenderProblem | undefined => {
  if (UNUSABLE.test(name)) return { kind: 'sender_name_unusable' };
  if (DECEPTIVE.test(name) || JOINER_OUT_OF_PLACE.test(name)) return { kind: 'sender_name_deceptive' };
  return undefined;
};

/** Refuses what SES would refuse for every recipient of a run, while somebody is there to correct it. */
export const checkSender = (from: Sender, replyTo?: string): Result<undefined, SenderProblem> => {
  const inName = from.name === undefined ? undefined : problemOfName(from.name);
  if (inName) return refuse(inName);
  if (!isSendable(from.address)) return refuse({ kind: 'address_unusable', field: 'from.address' });
  if (replyTo !== undefined && !isSendable(replyTo)) return refuse({ kind: 'address_unusable', field: 'replyTo' });
  return succeed(undefined);
};
