import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { encodeCursor, openCursor } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

import type { PageRequest } from '../application/ports.ts';
import type { Campaign } from '../domain/campaign.ts';
import { BEYOND_CAMPAIGNS, STATUS_INDEX } from './keys.ts';
import { newestOf } from './newest-of.ts';
import type { Table } from './table.ts';

type Status = Campaign['status'];

const Mark = z.object({ sk: z.string().check(z.minLength(1)) });
const Key = z.object({ sk: z.string() });

/** Which campaigns have one of several statuses, the newest first. The index follows the table within moments: whoever reads what it names looks again. */
export const campaignIdsOf = async (table: Table, among: readonly Status[], { limit, cursor }: PageRequest) => {
  const start = openCursor(Mark, cursor)?.sk ?? BEYOND_CAMPAIGNS;
  const before = start < BEYOND_CAMPAIGNS ? start : BEYOND_CAMPAIGNS;
  const answers = await Promise.all(among.map((status) => idsBefore(table, status, { before, limit })));
  const { ids, isLast } = newestOf(answers, limit);
  const next = isLast ? undefined : encodeCursor({ sk: ids.at(-1) });
  return { ids, ...(next !== undefined && { cursor: next }) };
};

const idsBefore = async (
  { db, name }: Table,
  status: Status,
  { before, limit }: { readonly before: string; readonly limit: number },
) => {
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName: name,
      IndexName: STATUS_INDEX,
      KeyConditionExpression: '#status = :status AND sk < :before',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status, ':before': before },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return { ids: Items.map((item) => z.parse(Key, item).sk), isCut: LastEvaluatedKey !== undefined };
};
