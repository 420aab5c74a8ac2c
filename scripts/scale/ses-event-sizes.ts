import { details, sesEvent, tagsOf } from '../../services/feedback/tests/ses-events.ts';

const ID = '0123456789abcdef'.repeat(2);
const RUN = `run_${ID}`;
const TOKEN = 'x'.repeat(152);
const UNSUBSCRIBE = `https://abcdefghij.execute-api.eu-west-1.amazonaws.com/api/audience/unsubscribe/${TOKEN}`;

/** The headers that dispatch writes: SES repeats them in every event. */
const headers = Object.entries({
  'Reply-To': 'hello@news.example.com',
  Date: 'Sat, 21 Nov 2026 10:00:00 +0000',
  'Message-ID': `<${RUN}.1234.567@news.example.com>`,
  'List-Unsubscribe': `<${UNSUBSCRIBE}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'List-Id': `Newsletter <lst_${ID}.news.example.com>`,
  'Feedback-ID': `cmp_${ID}:lst_${ID}:bulkhead:news.example.com`,
  'MIME-Version': '1.0',
  'Content-Type': 'multipart/alternative; boundary="----bulkhead-0123456789abcdef"',
}).map(([name, value]) => ({ name, value }));

const sizeOf = (eventType: keyof typeof details): number =>
  Buffer.byteLength(
    JSON.stringify(sesEvent({ eventType, tags: tagsOf(RUN, 1_234, 567), detail: details[eventType] })),
  ) + Buffer.byteLength(JSON.stringify(headers));

/** What SES says of a mail, in bytes: SES's own form with our headers and tags. */
export const sesEventBytes = { sending: sizeOf('Delivery'), engagement: sizeOf('Click') } as const;
