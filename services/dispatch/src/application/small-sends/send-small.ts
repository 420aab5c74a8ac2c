import type { Recipient } from '../../domain/mail.ts';
import type { SendAnswer } from '../../domain/send-answer.ts';
import type { Clock, Composer, Mailers, MeterName, Observer } from '../ports.ts';
import type { SmallSendClaims, SmallSends, TakeSlots } from './ports.ts';

/** What is sent: the name of the tag that SES gets, of the lines in the log, and of the meter. */
export interface SmallSendKind {
  readonly tag: 'test' | 'confirmation';
  readonly note: string;
  readonly meter: MeterName;
}

interface Ports {
  readonly kind: SmallSendKind;
  readonly sends: SmallSends;
  readonly claims: SmallSendClaims;
  readonly takeSlots: TakeSlots;
  readonly composer: Composer;
  readonly mailers: Mailers;
  readonly clock: Pick<Clock, 'sleepUntil'>;
  readonly observer: Observer;
}

/** `later`: SES or the governor takes nothing now; what was not taken may be tried again. */
export type SmallSendOutcome = 'finished' | 'later';
export type SendSmall = (send: { readonly id: string; readonly uri: string }) => Promise<SmallSendOutcome>;

/** Sends a few mails to each of their people at most once: claimed first, and in doubt not repeated. */
export const makeSendSmall =
  ({ kind, sends, claims, takeSlots, composer, mailers, clock, observer }: Ports): SendSmall =>
  async ({ id, uri }) => {
    const { content, recipients } = await sends.read(uri);
    const slots = await takeSlots(recipients.length);
    if (slots === undefined) return 'later';

    const compose = composer.compile(content);
    const mailer = await mailers.open();
    let outcome: SmallSendOutcome = 'finished';
    try {
      for (const [n, { address, fields }] of recipients.entries()) {
        await clock.sleepUntil(slots[n] ?? 0);
        if (!(await claims.claim(id, n))) continue;

        const recipient: Recipient = { contactId: kind.tag, address, token: '', fields };
        const composed = await compose(recipient, `${id}.${n}`);
        const answer: SendAnswer =
          composed.kind === 'mail' ? await mailer.send({ ...composed, tags: { [kind.tag]: id } }) : composed;
        tell(observer, kind, { [`${kind.tag}Id`]: id, recipient: n, answer: answer.kind });
        if (!isCertainlyUntaken(answer)) continue;

        await claims.release(id, n);
        outcome = 'later';
      }
    } finally {
      mailer.close();
    }
    return outcome;
  };

/** A mail that SES took is no reason to look up. */
const tell = (
  observer: Observer,
  { note, meter }: SmallSendKind,
  about: Readonly<Record<string, string | number>> & { readonly answer: SendAnswer['kind'] },
): void => {
  if (about.answer === 'accepted') {
    observer.count(meter, 1);
    observer.mention(note, about);
  } else observer.note(note, about);
};

const isCertainlyUntaken = ({ kind }: SendAnswer): boolean =>
  kind !== 'accepted' && kind !== 'unknown' && kind !== 'refused';
