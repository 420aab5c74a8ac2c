import type { Attached, ListedMail, MailPage, Message, SummaryAnswer, ToldEvent } from '../answers.ts';
import { either, isNull, isNumber, isText, listOf, objectOf, orMissing, recordOf } from './shape.ts';

const listedFields = {
  id: isText,
  at: isText,
  from: isText,
  to: listOf(isText),
  subject: isText,
  size: isNumber,
  tags: recordOf(isText),
  outcomes: listOf(isText),
};

export const isMailPage = objectOf<MailPage>({
  messages: listOf(objectOf<ListedMail>(listedFields)),
  next: either(isText, isNull),
  stored: isNumber,
  dropped: isNumber,
  version: isNumber,
});

const isEvent = objectOf<ToldEvent>({
  type: isText,
  at: isText,
  recipient: orMissing(isText),
  note: orMissing(isText),
  topics: isNumber,
});

const isAttached = objectOf<Attached>({ index: isNumber, filename: isText, mimeType: isText, size: isNumber });

export const isMessage = objectOf<Message>({
  ...listedFields,
  configurationSet: orMissing(isText),
  events: listOf(isEvent),
  headers: listOf(objectOf<Message['headers'][number]>({ name: isText, value: isText })),
  html: orMissing(isText),
  text: orMissing(isText),
  attachments: listOf(isAttached),
});

export const isSummary = objectOf<SummaryAnswer>({
  accepted: isNumber,
  recipients: isNumber,
  sentTwice: isNumber,
  byOutcome: objectOf<SummaryAnswer['byOutcome']>({
    delivered: isNumber,
    delayed: isNumber,
    bounced: isNumber,
    soft_bounced: isNumber,
    complained: isNumber,
    opened: isNumber,
    clicked: isNumber,
    rejected: isNumber,
  }),
  version: isNumber,
  runs: listOf(isText),
});

export const isProblem = objectOf<{ readonly detail: string }>({ detail: isText });
