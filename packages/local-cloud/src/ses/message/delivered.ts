import type { HeaderSection } from './headers.ts';

const REPLACED: ReadonlySet<string> = new Set(['message-id', 'date', 'return-path']);
const STRIPPED = /^(?:x-ses-.*|bcc)$/i;

interface Handover {
  readonly messageId: string;
  readonly region: string;
  readonly at: number;
}

/**
 * The message as its recipient gets it: SES's own Message-ID and Date, without the X-SES headers and Bcc.
 * https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 */
export const delivered = (raw: Buffer, { headers, bodyStart }: HeaderSection, handover: Handover): Buffer => {
  const { messageId, region, at } = handover;
  const domain = region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
  const kept = headers.filter(({ name }) => !REPLACED.has(name.toLowerCase()) && !STRIPPED.test(name));
  const own = [`Message-ID: <${messageId}@${domain}>`, `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`];

  return Buffer.concat([
    Buffer.from(`${[...kept.map(({ line }) => line), ...own].join('\r\n')}\r\n\r\n`),
    raw.subarray(bodyStart),
  ]);
};
