import type { Table } from './table.ts';

/** Removes the items of a partition whose keys begin so. */
export const removeAll = async (
  table: Table,
  { pk, prefix }: { readonly pk: string; readonly prefix: string },
): Promise<void> => {
  const pages = table.query({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    ProjectionExpression: 'sk',
    ConsistentRead: true,
  });
  for await (const { items } of pages) {
    for (const { sk } of items) await table.remove({ pk, sk: String(sk) });
  }
};
