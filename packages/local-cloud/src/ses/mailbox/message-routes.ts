import type { Attachment } from 'postal-mime';
import * as z from 'zod/mini';

import type { MailPage } from './answers.ts';
import { bytesOf, contentOf, parseMail } from './content.ts';
import { type Asked, orProblem, Problem, sendJson } from './http.ts';
import { rawOf, type StoredMail } from './mail-store.ts';
import type { Mailbox } from './mailbox.ts';
import type { Query, Search } from './search.ts';
import { listed, shown } from './views.ts';

const ListQuery = z.object({
  search: z.optional(z.string().check(z.maxLength(500))),
  to: z.optional(z.string().check(z.maxLength(500))),
  run: z.optional(z.string().check(z.maxLength(500))),
  cursor: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(1000)), 50),
});

const queryOf = (query: URLSearchParams): Query => {
  const given = [...query].filter(([, value]) => value !== '');
  const { search, to, run, cursor, limit } = orProblem(ListQuery, Object.fromEntries(given));
  return { search, to, run, below: cursor, limit };
};

const listMails =
  (mailbox: Mailbox, search: Search) =>
  async ({ query, response }: Asked): Promise<void> => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { mails, below } = await search.find(queryOf(query), gone.signal);
    if (gone.signal.aborted) return;

    const { stored, dropped, version } = mailbox.summary();
    const next = below === undefined ? null : String(below);
    const page: MailPage = { messages: mails.map(listed), next, stored, dropped, version };
    sendJson(response, page);
  };

/** Always to be saved, never shown; only pictures keep their type, for the `<img>` that points at them. */
const sendAttachment = ({ response }: Asked, attachment: Attachment | undefined): void => {
  if (attachment === undefined) throw new Problem(404, 'No such attachment.');

  const { mimeType } = attachment;
  const filename = encodeURIComponent(attachment.filename ?? 'attachment');
  response.writeHead(200, {
    'content-type': /^image\/(?:png|jpeg|gif|webp)$/.test(mimeType) ? mimeType : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${filename}`,
  });
  response.end(bytesOf(attachment));
};

/** The messages as JSON: listed, searched, read. */
export const messageRoutes = (mailbox: Mailbox, search: Search) => {
  const mailOf = ({ params: [id = ''] }: Asked): StoredMail => {
    const mail = mailbox.find(id);
    if (mail === undefined) {
      throw new Problem(404, 'No such message. It may have been deleted, or had to go for newer ones.');
    }
    return mail;
  };

  return {
    list: listMails(mailbox, search),

    read: async (asked: Asked): Promise<void> => {
      const mail = mailOf(asked);
      sendJson(asked.response, shown(mail, await contentOf(mail)));
    },

    raw: (asked: Asked): void => {
      const mail = mailOf(asked);
      asked.response.writeHead(200, {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${mail.id}.eml"`,
      });
      asked.response.end(rawOf(mail));
    },

    attachment: async (asked: Asked): Promise<void> => {
      const { attachments } = await parseMail(mailOf(asked));
      sendAttachment(asked, attachments[Number(asked.params[1])]);
    },

    clear: ({ response }: Asked): void => {
      mailbox.clear();
      response.writeHead(204).end();
    },
  };
};
