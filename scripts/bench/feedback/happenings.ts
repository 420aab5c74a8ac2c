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
  /** Who has come; of opens and clicks. */
  readonly visit?: Visit;
}

/** Somebody an hour later, a program that says what it is, or somebody or something within seconds; and the link that was followed. */
export interface Visit {
  readonly by: 'person' | 'machine' | 'hasty';
  readonly link?: number;
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

export const linkAt = (number: number): string => `https://books.example/offers/${number}`;

const agents = {
  person: details.Open.open.userAgent,
  machine: 'Mozilla/5.0',
  hasty: details.Open.open.userAgent,
} as const;
/** How long after SES accepted the mail, in milliseconds. */
const visitsAfter = { person: 3_600_000, machine: 30_000, hasty: 20_000 } as const;
const DAY_MS = 86_400_000;

const visitOf = ({ by, link }: Visit, acceptedAt: Date) => ({
  ipAddress: '192.0.2.1',
  timestamp: new Date(acceptedAt.getTime() + visitsAfter[by]).toISOString(),
  userAgent: agents[by],
  ...(link !== undefined && { link: linkAt(link), linkTags: null }),
});

const detailOf = ({ eventType, bounceType, visit }: Happening, acceptedAt: Date) => {
  if (bounceType) return { bounce: { ...details.Bounce.bounce, bounceType } };
  if (visit) return { [eventType.toLowerCase()]: visitOf(visit, acceptedAt) };
  return details[eventType];
};

/** What SES publishes of it. Whoever opens and clicks, was mailed yesterday. */
export const bodyOf = (runId: string, happening: Happening, now: Date): string => {
  const { eventType, recipient, mail: number = 1, visit } = happening;
  const acceptedAt = visit ? new Date(now.getTime() - DAY_MS) : now;
  const tags = {
    ...tagsOf(runId, Math.floor(recipient / CHUNK), recipient % CHUNK),
    contact: [`c${String(recipient).padStart(21, '0')}`],
    import: [`imp_${recipient % 3}`],
  };
  const messageId = `0102019a5c3f1e20-3f0f4c1e-7a6b-4b9c-8f1e-${String(recipient).padStart(12, '0')}-00000${number}`;
  const event = sesEvent({ eventType, messageId, tags, detail: detailOf(happening, acceptedAt) });
  const mail = {
    ...event.mail,
    timestamp: acceptedAt.toISOString(),
    destination: [`person.${recipient}@${domainOf(recipient)}`],
    headers: [...event.mail.headers, ...headers],
  };
  return JSON.stringify({ ...event, mail });
};
