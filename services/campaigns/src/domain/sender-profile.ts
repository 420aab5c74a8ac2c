import { type Result, refuse, succeed } from './result.ts';
import { checkSender, type Sender, type SenderProblem } from './sender.ts';
import { isTimeZone } from './wall-clock.ts';

/** A sender that people have set up once, for many campaigns: who mails come from, and what the law wants in them. */
export interface SenderProfile {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly replyTo?: string;
  /** Stands before the subject of every mail: "(광고)". */
  readonly subjectLabel?: string;
  /** Where its people work. */
  readonly timeZone: string;
  /** Ends every mail: who sends it, and from where. */
  readonly footerText?: string;
}

export type ProfileDraft = Omit<SenderProfile, 'id' | 'version'>;

/** A campaign may name a sender that is set up, instead of saying who it comes from. */
export interface SenderNamed {
  readonly senderId: string;
}

export const isNamed = (from: Sender | SenderNamed): from is SenderNamed => 'senderId' in from;

export type ProfileProblem =
  | SenderProblem
  | { readonly kind: 'label_unusable' | 'footer_unusable' | 'time_zone_unknown' };

const LIQUID = /\{\{|\{%/;
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const CONTROL_BUT_LINE_ENDS = /[\p{Cs}\p{Zl}\p{Zp}]|(?!\r?\n|\r)\p{Cc}/u;

/** Refuses what SES would refuse, and what would not be shown as it is written: labels and footers are text, not Liquid. */
export const checkProfile = (profile: ProfileDraft): Result<undefined, ProfileProblem> => {
  const { name, address, replyTo, subjectLabel = '', footerText = '', timeZone } = profile;
  const sender = checkSender({ name, address }, replyTo);
  if (!sender.ok) return sender;
  if (CONTROL.test(subjectLabel) || LIQUID.test(subjectLabel)) return refuse({ kind: 'label_unusable' });
  if (CONTROL_BUT_LINE_ENDS.test(footerText) || LIQUID.test(footerText)) return refuse({ kind: 'footer_unusable' });
  return isTimeZone(timeZone) ? succeed(undefined) : refuse({ kind: 'time_zone_unknown' });
};
