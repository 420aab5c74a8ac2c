import * as z from 'zod/mini';

import type { GovernorRecord } from '../domain/governor-record.ts';

const GovernorItem = z.object({
  tat: z.number(),
  rv: z.number(),
  every: z.number(),
  left24: z.number(),
  granted: z.number(),
  rate: z.number(),
  max24: z.number(),
  sent24: z.number(),
  refreshedAt: z.number(),
  leftAt: z.number(),
  reservedBefore: z.number(),
  slowedAt: z.number(),
  // Items written before it was stored lack it.
  pacedFrom: z.optional(z.number()),
});

const SHARE = 'share#';

/** The position of a run lies beside the rest: one write reserves slots and moves it. */
export const shareAttribute = (runId: string): string => `${SHARE}${runId}`;

export const toGovernorItem = (record: GovernorRecord): z.infer<typeof GovernorItem> => ({
  ...Object.fromEntries([...record.shares].map(([runId, position]) => [shareAttribute(runId), position])),
  tat: record.tat,
  rv: record.revision,
  every: record.everyMs,
  left24: record.left24,
  granted: record.grantedEveryMs,
  rate: record.quota.maxSendRate,
  max24: record.quota.max24HourSend,
  sent24: record.quota.sentLast24Hours,
  refreshedAt: record.refreshedAt,
  leftAt: record.leftAtRefresh,
  reservedBefore: record.reservedBefore,
  slowedAt: record.slowedAt,
  pacedFrom: record.pacedFrom,
});

export const fromGovernorItem = (item: unknown): GovernorRecord => {
  const stored = z.parse(GovernorItem, item);
  return {
    tat: stored.tat,
    revision: stored.rv,
    everyMs: stored.every,
    left24: stored.left24,
    grantedEveryMs: stored.granted,
    quota: { maxSendRate: stored.rate, max24HourSend: stored.max24, sentLast24Hours: stored.sent24 },
    refreshedAt: stored.refreshedAt,
    leftAtRefresh: stored.leftAt,
    reservedBefore: stored.reservedBefore,
    slowedAt: stored.slowedAt,
    pacedFrom: stored.pacedFrom ?? 0,
    shares: sharesIn(item),
  };
};

const sharesIn = (item: unknown): GovernorRecord['shares'] =>
  new Map(
    Object.entries(z.parse(z.record(z.string(), z.unknown()), item)).flatMap(([name, position]) =>
      name.startsWith(SHARE) && typeof position === 'number' ? [[name.slice(SHARE.length), position] as const] : [],
    ),
  );

/** The numbers of an item as an error carries it: the document client leaves those in DynamoDB's own notation. */
export const numbersIn = (
  item: Readonly<Record<string, { readonly N?: string | undefined }>>,
): Record<string, number> =>
  Object.fromEntries(Object.entries(item).flatMap(([name, { N }]) => (N === undefined ? [] : [[name, Number(N)]])));
