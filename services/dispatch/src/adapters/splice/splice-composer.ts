import { PermanentError } from '@bulkhead/lambda-kit';

import type { Compose, Composer } from '../../application/ports.ts';
import type { MailContent, MailingList, Recipient } from '../../domain/mail.ts';
import { asciiAddress } from '../mail-address.ts';
import { envelopeFor } from './attachment-parts.ts';
import type { Scope } from './cut-template.ts';
import { frameMessages, type Sender } from './message.ts';
import { compileParts, type Parts } from './parts.ts';

/** What SES takes of a message with all its parts, encoded. */
const MAX_MESSAGE_BYTES = 10 * 1_024 * 1_024;

/**
 * Compiles the content of a run into text that is already encoded, with slots: a recipient costs the rendering and encoding of
 * his own values. What comes out is what a whole rendering would give.
 */
export class SpliceComposer implements Composer {
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** @throws PermanentError `content_malformed`: a template or sender that was checked when the campaign was saved is broken after all */
  compile(content: MailContent): Compose {
    const { list } = content;
    const sender = senderOf(content);
    const envelope = envelopeFor(content.attachments ?? []);
    const { shared } = envelope;
    const most = MAX_MESSAGE_BYTES - (shared?.byteLength ?? 0);
    const write = frameMessages(content, sender, envelope);
    const render = compileTemplates(content);

    return async (recipient, local) => {
      const to = asciiAddress(recipient.address);
      if (!to.ok) return { kind: 'refused', reason: to.problem };
      const parts = renderLeniently(render, recipient, list);
      if (parts === undefined) return { kind: 'refused', reason: 'template_failed' };

      const raw = smallest(parts, most, (part) =>
        write({ ...part, to: to.address, subject: parts.subject, messageId: local, date: this.#now(), recipient }),
      );
      if (raw.byteLength > most) return { kind: 'refused', reason: 'message_too_large' };
      return { kind: 'mail', from: sender.address, to: to.address, raw, ...(shared && { shared }) };
    };
  }
}

const senderOf = ({ from, replyTo }: MailContent): Sender => {
  const sender = asciiAddress(from.address);
  const reply = replyTo === undefined ? undefined : asciiAddress(replyTo);
  if (!sender.ok || reply?.ok === false) throw malformed('The sender is not an address');
  return { address: sender.address, domain: sender.domain, replyTo: reply?.address };
};

const compileTemplates = (content: MailContent): ((scope: Scope) => Parts) => {
  try {
    return compileParts(content);
  } catch (cause) {
    throw malformed('A template cannot be read', cause);
  }
};

/** A recipient whose fields break the template gets it as if he had none: an unusual field never stops a run. */
const renderLeniently = (
  render: (scope: Scope) => Parts,
  { fields, token }: Recipient,
  list: MailingList | undefined,
): Parts | undefined => {
  const own = list ? { unsubscribe_url: `${list.unsubscribeUrl}${token}` } : {};
  for (const scope of [{ ...fields, ...own }, own]) {
    try {
      return render(scope);
    } catch {
      // Tried again without fields, then given up: the caller counts it.
    }
  }
  return undefined;
};

type Encoded = ReturnType<Parts['inBase64']>;

/** Letters beyond ASCII are three times as long in quoted-printable: what is too large in it may still fit in base64. */
const smallest = (parts: Parts, most: number, write: (encoded: Encoded) => string): Buffer => {
  const raw = Buffer.from(write(parts.inQuotedPrintable), 'latin1');
  return raw.byteLength <= most ? raw : Buffer.from(write(parts.inBase64()), 'latin1');
};

const malformed = (message: string, cause?: unknown): PermanentError =>
  new PermanentError({ code: 'content_malformed', message, cause });
