import {
  ConfirmationMailV1,
  ConfirmSubscriptionV1,
  ContactConfirmationRequestedV1,
  TakeSubmissionV1,
} from '@bulkhead/contracts';
import { inMemoryBucket } from '@bulkhead/testing';
import * as z from 'zod/mini';

import { confirmationMailOf } from '../../domain/forms/confirmation-mail.ts';
import { formOf } from '../../testing/in-memory-forms.ts';
import { clockAt } from '../../testing/in-memory-platform.ts';
import { S3ConfirmationMails } from './s3-confirmation-mails.ts';
import { ConfirmationEvents, SqsSubscriptionCommands } from './subscription-messages.ts';

const AT = '2026-11-22T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
const submission = {
  confirmationId: 'cnf_1',
  formId: 'frm_1',
  listId: 'lst_1',
  contactId: 'ada',
  address: 'ada@example.com',
  fields: { name: 'Ada' },
  language: 'ko',
  words: 'Yes & <b>yes</b>',
  requestedAt: AT,
  expiresAt: AT,
} as const;

it('says in the words of the contracts what is to be done, with no address in it', async () => {
  const sent: object[] = [];
  const queue = { send: async (commands: readonly object[]) => void sent.push(...commands) };
  const commands = new SqsSubscriptionCommands(queue, clockAt(AT));
  const publisher = { publish: async (...events: readonly object[]) => void sent.push(...events) };

  await commands.take('cnf_1', cause);
  await commands.confirm('cnf_1', AT, cause);
  await new ConfirmationEvents(publisher, clockAt(AT)).confirmationRequested('cnf_1', 's3://bucket/mail.json', cause);

  const schemas = [TakeSubmissionV1, ConfirmSubscriptionV1, ContactConfirmationRequestedV1];
  expect(schemas.map((schema, n) => z.safeParse(schema, sent[n]).success)).toEqual([true, true, true]);
  expect(JSON.stringify(sent)).not.toContain('@');
});

it('writes the mail as the contract has it, in the language of the form', async () => {
  const bucket = inMemoryBucket('audience');
  const mails = new S3ConfirmationMails(bucket, 'https://api.example.com/confirmations/');
  const link = mails.linkOf('token');
  const form = formOf({ language: 'ko', sender: { address: 'letters@news.example.com' } });

  const uri = await mails.write(confirmationMailOf({ form, listName: '소식지 <1>', submission, link }));

  const key = 'exchange/confirmations/cnf_1.json';
  const mail = z.parse(ConfirmationMailV1, JSON.parse(String((await bucket.get(key))?.body)));
  expect(uri).toBe(`s3://audience/${key}`);
  expect(mail).toMatchObject({ to: 'ada@example.com', subject: '‘소식지 <1>’ 구독을 확인해 주세요' });
  expect(mail.html).toContain('href="https://api.example.com/confirmations/token"');
  expect(mail.html).not.toMatch(/<b>|<1>|Ada/);
  expect(mail.text).toContain('https://api.example.com/confirmations/token');
});
