import { PermanentError } from '@bulkhead/lambda-kit';
import MailComposer, { type MailComposerOptions } from 'nodemailer/lib/mail-composer';
import { asciiAddress } from '../../src/adapters/mail-address.ts';
import { liquidEngines, type Part } from '../../src/adapters/splice/liquid-engine.ts';
import { withoutMarkup } from '../../src/adapters/splice/without-markup.ts';
import type { Compose, Composer } from '../../src/application/ports.ts';
import type { MailContent, MailingList, Recipient } from '../../src/domain/mail.ts';
import { listHeaders, oneLine } from './list-headers.ts';

/** What SES takes of a message with all its parts, encoded. */
const MAX_MESSAGE_BYTES = 10 * 1_024 * 1_024;

interface Rendered {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Renders Liquid and writes MIME with nodemailer: slow, plain, and what the splice composer is compared with. */
export class MimeComposer implements Composer {
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** @throws PermanentError `content_malformed`: a template or sender that was checked when the campaign was saved is broken after all */
  compile(content: MailContent): Compose {
    const { list } = content;
    const from = asciiAddress(content.from.address);
    const replyTo = content.replyTo === undefined ? undefined : asciiAddress(content.replyTo);
    if (!from.ok || replyTo?.ok === false) throw malformed('The sender is not an address');
    const render = compileTemplates(content);
    const common: MailComposerOptions = {
      from: { name: oneLine(content.from.name ?? ''), address: from.address },
      ...(replyTo && { replyTo: { name: '', address: replyTo.address } }),
      attachments: (content.attachments ?? []).map(({ fileName, contentType, contentId, body }) => ({
        filename: fileName,
        contentType,
        content: Buffer.from(body),
        contentDisposition: contentId === undefined ? 'attachment' : 'inline',
        ...(contentId !== undefined && { cid: contentId }),
      })),
      disableFileAccess: true,
      disableUrlAccess: true,
    };

    return async (recipient, local) => {
      const to = asciiAddress(recipient.address);
      if (!to.ok) return { kind: 'refused', reason: to.problem };
      const rendered = renderLeniently(render, scopeOf(recipient, list));
      if (rendered === undefined) return { kind: 'refused', reason: 'template_failed' };

      const raw = await new MailComposer({
        ...common,
        ...rendered,
        to: { name: '', address: to.address },
        date: this.#now(),
        messageId: `<${local}@${from.domain}>`,
        headers: list ? { ...listHeaders(list, recipient, from.domain) } : {},
      })
        .compile()
        .build();
      if (raw.byteLength > MAX_MESSAGE_BYTES) return { kind: 'refused', reason: 'message_too_large' };
      return { kind: 'mail', from: from.address, to: to.address, raw };
    };
  }
}

type Render = (scope: Readonly<Record<string, string>>) => Rendered;

const compileTemplates = (content: MailContent): Render => {
  try {
    const subject = compileLiquid('subject', content.subject);
    const html = compileLiquid('html', content.html);
    const text = content.text === undefined ? undefined : compileLiquid('text', content.text);

    return (scope) => {
      const rendered = html(scope);
      return {
        subject: oneLine(subject(scope)),
        html: withCrlf(rendered),
        text: withCrlf(text ? text(scope) : withoutMarkup(rendered)),
      };
    };
  } catch (cause) {
    throw malformed('A template cannot be read', cause);
  }
};

/** A recipient whose fields break the template gets it as if he had none: an unusual field never stops a run. */
const renderLeniently = (render: Render, { fields, own }: ReturnType<typeof scopeOf>): Rendered | undefined => {
  for (const scope of [{ ...fields, ...own }, own]) {
    try {
      return render(scope);
    } catch {
      // Tried again without fields, then given up: the caller counts it.
    }
  }
  return undefined;
};

const scopeOf = ({ fields, token }: Recipient, list: MailingList | undefined) => ({
  fields,
  own: list ? { unsubscribe_url: `${list.unsubscribeUrl}${token}` } : {},
});

/** As SMTP ends lines. */
const withCrlf = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

const malformed = (message: string, cause?: unknown): PermanentError =>
  new PermanentError({ code: 'content_malformed', message, cause });

const compileLiquid = (part: Part, source: string): ((scope: Readonly<Record<string, string>>) => string) => {
  const engine = liquidEngines[part];
  const template = engine.parse(source);

  return (scope) => String(engine.renderSync(template, { ...scope }));
};
