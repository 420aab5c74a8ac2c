import { accountFor, type Client, type Delivered, type Report, type Run } from '@bulkhead/e2e';
import * as z from 'zod/mini';

import type { Snapshot } from './snapshot.ts';

const LeftPage = z.object({
  items: z.array(z.object({ chunk: z.int(), offset: z.int() })),
  cursor: z.optional(z.string()),
});
type Left = z.infer<typeof LeftPage>['items'];

/** Everybody of a run whose doubt is left for a person to decide. */
export const readLeft = async (client: Client, runId: string): Promise<Left> => {
  const items: Left = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: z.infer<typeof LeftPage> = await client.call(`GET /api/dispatch/runs/${runId}/left${query}`, LeftPage);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
};

interface Evidence {
  /** Everybody who was imported. */
  readonly people: readonly string[];
  readonly snapshot: Snapshot;
  readonly mails: Delivered;
  readonly left: Left;
  readonly run: Run;
  readonly report: Report;
}

export interface Verdict {
  /** More than one mail. */
  readonly sentTwice: readonly string[];
  /** No mail, and not among those of whom the run says that it does not know. */
  readonly neverSent: readonly string[];
  /** What else does not add up. */
  readonly wrong: readonly string[];
}

/** Compares what SES's mailbox holds with who should have been mailed, and the run's figures with both. */
export const judge = ({ people, snapshot, mails, left, run, report }: Evidence): Verdict => {
  const doubtful = new Set(left.map(({ chunk, offset }) => snapshot[chunk]?.[offset]));
  const { sentTwice, neverSent, unexpected } = accountFor(people, mails);
  const recipients = new Set(snapshot.flat());

  const claims: readonly (readonly [string, boolean])[] = [
    ['the run has ended as sent', run.status === 'sent'],
    ['nobody else was mailed', unexpected.length === 0],
    ['the snapshot is the list', recipients.size === people.length && people.every((one) => recipients.has(one))],
    ['the counts add up', run.accepted + run.refused + run.suppressed + run.left === run.recipients],
    ['everybody was counted', run.recipients === people.length],
    ['those left are listed', left.length === run.left],
    ['the report knows of nobody who was mailed twice', report.sentTwice === sentTwice.length],
    ['no more are accepted than were mailed', run.accepted <= mails.size],
  ];
  return {
    sentTwice,
    neverSent: neverSent.filter((address) => !doubtful.has(address)),
    wrong: claims.flatMap(([claim, holds]) => (holds ? [] : [`not true: ${claim}`])),
  };
};
