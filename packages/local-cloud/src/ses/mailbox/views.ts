import type { ListedMail, Message } from './answers.ts';
import type { Content } from './content.ts';
import type { StoredMail } from './mail-store.ts';

/** A message in a list. */
export const listed = (mail: StoredMail): ListedMail => ({
  id: mail.id,
  at: new Date(mail.at).toISOString(),
  from: mail.from,
  to: mail.to,
  subject: mail.subject,
  size: mail.size,
  tags: mail.tags,
  outcomes: [...mail.outcomes],
});

/** A message, whole. */
export const shown = (mail: StoredMail, content: Content): Message => ({
  ...listed(mail),
  configurationSet: mail.configurationSet,
  events: mail.events.map(({ at, ...event }) => ({ ...event, at: new Date(at).toISOString() })),
  ...content,
});
