import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoLists } from './dynamo-lists.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const lists = new DynamoLists(
  new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience'),
);

const idOf = (n: number): string => `lst_${String(n).padStart(5, '0')}`;

/** A table of so many lists, every tenth of which is called "Spring". */
const keep = (all: number): void => {
  const rows = Array.from({ length: all }, (_, n) => ({
    pk: 'lists',
    sk: idOf(all - n),
    name: n % 10 === 0 ? `Spring ${n}` : `Letters ${n}`,
    createdAt: '2026-11-21T10:00:00.000Z',
  }));
  dynamo.on(QueryCommand).callsFake(({ Limit = 0, ExclusiveStartKey }: QueryCommand['input']) => {
    const from = ExclusiveStartKey === undefined ? 0 : rows.findIndex(({ sk }) => sk === ExclusiveStartKey['sk']) + 1;
    const Items = rows.slice(from, from + Limit);
    const last = Items.at(-1);
    return { Items, ...(from + Limit < rows.length && last && { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }) };
  });
};

const readAll = async (named: string, limit: number) => {
  const pages: (readonly string[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await lists.page({ named, limit, cursor });
    pages.push(page.items.map(({ name }) => name));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
};

beforeEach(() => {
  dynamo.reset();
});

it('finds lists by their names, page by page, each once', async () => {
  keep(730);

  const pages = await readAll('spring', 20);

  const found = pages.flat();
  expect(found).toHaveLength(73);
  expect(new Set(found).size).toBe(73);
  expect(Math.max(...pages.map(({ length }) => length))).toBe(20);
});

it('reads no more of them than one answer may take', async () => {
  keep(2_400);

  const page = await lists.page({ named: 'autumn', limit: 20 });

  expect(page.items).toEqual([]);
  expect(page.cursor).toBeDefined();
  expect(dynamo.commandCalls(QueryCommand)).toHaveLength(4);
});

it('comes to an end where the last one that fits is the last of all', async () => {
  keep(11);

  const page = await lists.page({ named: 'spring', limit: 2 });

  const rest =
    page.cursor === undefined ? [] : (await lists.page({ named: 'spring', limit: 2, cursor: page.cursor })).items;
  expect(page.items).toHaveLength(2);
  expect(rest).toEqual([]);
});
