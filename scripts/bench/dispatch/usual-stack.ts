import { Agent } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { SnapshotRowV1 } from '@bulkhead/contracts';
import Handlebars from 'handlebars';
import MailComposer from 'nodemailer/lib/mail-composer';

import { answerRounds } from './measured-process.ts';
import { handlebarsNewsletter, sender } from './newsletter.ts';
import { UNSUBSCRIBE_URL } from './run-objects.ts';

/** The baseline: the stack that most senders are made of. Templates are compiled once, connections are kept, nothing is written down. */
const AT_ONCE = 50;

const s3 = new S3Client({});
const ses = new SESClient({ requestHandler: { httpAgent: new Agent({ keepAlive: true, maxSockets: AT_ONCE }) } });
const subject = Handlebars.compile(handlebarsNewsletter.subject, { noEscape: true });
const html = Handlebars.compile(handlebarsNewsletter.html);
const text = Handlebars.compile(handlebarsNewsletter.text, { noEscape: true });

const readRows = async (chunk: number): Promise<readonly SnapshotRowV1[]> => {
  const Key = `chunk-${String(chunk).padStart(5, '0')}.ndjson.gz`;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'audience', Key }));
  const lines = gunzipSync((await Body?.transformToByteArray()) ?? '')
    .toString()
    .split('\n');
  return lines.map((line): SnapshotRowV1 => JSON.parse(line));
};

const sendTo = async ({ address, token, fields, contactId }: SnapshotRowV1): Promise<void> => {
  const unsubscribeUrl = `${UNSUBSCRIBE_URL}${token}`;
  const scope = { ...fields, unsubscribe_url: unsubscribeUrl };
  const raw = await new MailComposer({
    from: sender,
    to: address,
    subject: subject(scope),
    html: html(scope),
    text: text(scope),
    list: { unsubscribe: unsubscribeUrl, id: { url: 'list.shop.example', comment: 'The Shop' } },
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Feedback-ID': 'campaign:list:run:shop' },
  })
    .compile()
    .build();

  await ses.send(
    new SendRawEmailCommand({
      Source: sender.address,
      Destinations: [address],
      RawMessage: { Data: raw },
      ConfigurationSetName: 'bench',
      Tags: [
        { Name: 'campaign', Value: 'campaign' },
        { Name: 'contact', Value: contactId },
      ],
    }),
  );
};

answerRounds(async (chunks) => {
  let sends = 0;
  for (const chunk of chunks) {
    const queue = (await readRows(chunk)).values();
    const work = async (): Promise<void> => {
      for (const row of queue) {
        await sendTo(row);
        sends += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  return { sends, writeUnits: 0 };
});
