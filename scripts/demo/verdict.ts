import { accountFor, type Delivered, greeting, openMail, type Report, type Run } from '@bulkhead/e2e';

interface Evidence {
  readonly gateway: string;
  readonly expected: readonly { readonly address: string; readonly name: string }[];
  readonly mails: Delivered;
  readonly run: Run;
  readonly report: Report;
}

/** How many mails are opened and read: enough to meet every script of the sample, few enough to be quick. */
const READ = 60;

const namesAreRight = async ({ gateway, expected, mails }: Evidence): Promise<boolean> => {
  const step = Math.max(1, Math.floor(expected.length / READ));
  const sampled = expected.filter((_, n) => n % step === 0);
  const greeted = await Promise.all(
    sampled.map(async ({ address, name }) => {
      const { html, headers } = await openMail(gateway, mails.get(address)?.[0] ?? '');
      const oneClick = headers.some(({ name: header }) => header.toLowerCase() === 'list-unsubscribe-post');
      return oneClick && (name === '' || html.includes(greeting(name)));
    }),
  );
  return greeted.every(Boolean);
};

/** Compares what the platform says with the list, the mailbox and the letters themselves. */
export const judge = async (evidence: Evidence) => {
  const { expected, mails, run, report } = evidence;
  const addresses = expected.map(({ address }) => address);
  const { sentTwice, neverSent, unexpected } = accountFor(addresses, mails);

  const claims: readonly (readonly [string, boolean])[] = [
    ['the run ended as sent', run.status === 'sent'],
    ['every expected recipient has a mail', neverSent.length === 0],
    ['nobody has two', sentTwice.length === 0 && report.sentTwice === 0],
    ['nobody else has one', unexpected.length === 0],
    ['the run accounts for everybody', run.accepted + run.refused + run.suppressed + run.left === run.recipients],
    ['SES accepted everybody', run.accepted === expected.length && run.recipients === expected.length],
    ['every accepted mail was delivered or came back', report.delivered + report.bounced === run.accepted],
    ['names and headers are right in the mails', await namesAreRight(evidence)],
  ];
  return {
    claims,
    isRight: claims.every(([, holds]) => holds),
    sentTwice: sentTwice.length,
    neverSent: neverSent.length,
  };
};
