import * as z from 'zod/mini';

import { mailboxPage, mailboxSummary } from './shapes.ts';

/** What the mailbox holds of a run: every recipient's address with the ids of the messages sent to it. */
export type Delivered = ReadonlyMap<string, readonly string[]>;

/** Reads every message of a run from the SES simulator's mailbox: the truth that reports are compared with. */
export const mailsOf = async (gateway: string, runId: string): Promise<Delivered> => {
  const mails = new Map<string, string[]>();
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ run: runId, limit: '500', ...(cursor !== null && { cursor }) });
    const answer = await fetch(`${gateway}/mailbox/api/messages?${query.toString()}`);
    const page: z.infer<typeof mailboxPage> = z.parse(mailboxPage, await answer.json());
    for (const { id, to } of page.messages)
      for (const address of to) mails.set(address, [...(mails.get(address) ?? []), id]);
    cursor = page.next;
  } while (cursor !== null);
  return mails;
};

/** What the simulator itself knows to have happened to the mails of a run. */
export const outcomesOf = async (gateway: string, runId: string) => {
  const answer = await fetch(`${gateway}/mailbox/api/summary?run=${runId}`);
  return z.parse(mailboxSummary, await answer.json());
};

const mail = z.object({
  subject: z.string(),
  html: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});

/** One message as a mail program shows it. */
export const openMail = async (gateway: string, id: string) => {
  const answer = await fetch(`${gateway}/mailbox/api/messages/${encodeURIComponent(id)}`);
  return z.parse(mail, await answer.json());
};

interface Accounting {
  readonly sentTwice: readonly string[];
  readonly neverSent: readonly string[];
  readonly unexpected: readonly string[];
}

/** Compares who should have been mailed with who was. Addresses, so not for logs. */
export const accountFor = (expected: readonly string[], mails: Delivered): Accounting => {
  const known = new Set(expected);
  return {
    sentTwice: [...mails].filter(([, ids]) => ids.length > 1).map(([address]) => address),
    neverSent: expected.filter((address) => !mails.has(address)),
    unexpected: [...mails.keys()].filter((address) => !known.has(address)),
  };
};
