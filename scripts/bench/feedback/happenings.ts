import { details, sesEvent, tagsOf } from '../../../services/feedback/tests/ses-events.ts';
import { chanceOf } from './chance-of.ts';

/** One thing that happens to the mail of a recipient, who has a number in the run. */
export interface Happening {
  readonly eventType: keyof typeof details;
  readonly recipient: number;
  /** When, counted in mails that are sent. */
  readonly at: number;
  readonly bounceType?: 'Permanent' | 'Transient';
  /** Of which of the recipient's mails; there should be one. */
  readonly mail?: number;
}

const CHUNK = 1_000;
const ID = '0123456789abcdef'.repeat(2);

/** What dispatch writes into every mail: SES repeats it in every event. */
const headers = Object.entries({
  'Reply-To': 'hello@news.example.com',
  Date: 'Sat, 21 Nov 2026 10:00:00 +0000',
  'Message-ID': `<run_${ID}.1234.567@news.example.com>`,
  'List-Unsubscribe': `<https://abcdefghij.execute-api.eu-west-1.amazonaws.com/api/audience/unsubscribe/${'x'.repeat(152)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'List-Id': `Newsletter <lst_${ID}.news.example.com>`,
  'Feedback-ID': `cmp_${ID}:lst_${ID}:bulkhead:news.example.com`,
  'MIME-Version': '1.0',
  'Content-Type': 'multipart/alternative; boundary="----bulkhead-0123456789abcdef"',
}).map(([name, value]) => ({ name, value }));

const LARGE_DOMAINS = ['gmail.example', 'naver.example', 'outlook.example', 'yahoo.example', 'daum.example'] as const;

/** Four in five have their mailbox with somebody large, the others somewhere among five hundred. */
const domainOf = (recipient: number): string => {
  const drawn = chanceOf(`domain ${recipient}`);
  if (drawn < 0.8) return LARGE_DOMAINS[Math.floor(drawn * 6.25)] ?? LARGE_DOMAINS[0];
  return `company-${Math.floor(drawn * 2_500) % 500}.example`;
};

/** What SES publishes of it. */
export const bodyOf = (
  runId: string,
  { eventType, recipient, bounceType, mail: number = 1 }: Happening,
  acceptedAt: Date,
): string => {
  const address = `person.${recipient}@${domainOf(recipient)}`;
  const tags = {
    ...tagsOf(runId, Math.floor(recipient / CHUNK), recipient % CHUNK),
    contact: [`c${String(recipient).padStart(21, '0')}`],
    import: [`imp_${recipient % 3}`],
  };
  const messageId = `0102019a5c3f1e20-3f0f4c1e-7a6b-4b9c-8f1e-${String(recipient).padStart(12, '0')}-00000${number}`;
  const detail = bounceType ? { bounce: { ...details.Bounce.bounce, bounceType } } : details[eventType];
  const event = sesEvent({ eventType, messageId, tags, detail });
  const mail = {
    ...event.mail,
    timestamp: acceptedAt.toISOString(),
    destination: [address],
    headers: [...event.mail.headers, ...headers],
  };
  return JSON.stringify({ ...event, mail });
};
