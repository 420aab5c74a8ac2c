import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { type Consent, everything, ofList } from '../domain/consent.ts';
import { DynamoConsents } from './dynamo-consents.ts';
import { DynamoContacts } from './dynamo-contacts.ts';
import { DynamoMembers } from './dynamo-members.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience');
const conflict = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const at = '2026-11-21T10:00:00.000Z';
const ada = { contactId: 'ada', address: 'ada@example.com', fields: { name: 'Ada' }, lists: { lst_1: at }, saidAt: at };
const left: Consent = { contactId: 'ada', scope: ofList('lst_1'), at, isSuppressed: true, reason: 'unsubscribed' };
const putItem = (n = 0) => dynamo.commandCalls(PutCommand)[n]?.args[0].input;

beforeEach(() => {
  dynamo.reset();
});

describe('DynamoContacts', () => {
  const contacts = new DynamoContacts(table);

  it('writes somebody new only where nobody is, somebody known only as read', async () => {
    dynamo.on(PutCommand).resolves({});

    await contacts.save([
      { ...ada, revision: 0 },
      { ...ada, revision: 3 },
    ]);

    expect(putItem(0)).toMatchObject({ Item: { revision: 1 }, ConditionExpression: 'attribute_not_exists(pk)' });
    expect(putItem(1)).toMatchObject({ Item: { revision: 4 }, ExpressionAttributeValues: { ':read': 3 } });
  });

  it('names those whom somebody else wrote first', async () => {
    dynamo
      .on(PutCommand)
      .resolves({})
      .on(PutCommand, { Item: { contactId: 'eve' } })
      .rejects(conflict);

    expect(
      await contacts.save([
        { ...ada, revision: 1 },
        { ...ada, contactId: 'eve', revision: 1 },
      ]),
    ).toEqual(['eve']);
  });

  it('lets any other failure through', async () => {
    dynamo.on(PutCommand).rejects(new Error('no such table'));

    await expect(contacts.save([{ ...ada, revision: 1 }])).rejects.toThrow('no such table');
  });

  it('reads contacts back', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolves({ Responses: { audience: [{ pk: 'contact#ada', sk: 'profile', ...ada, revision: 2 }] } });

    expect(await contacts.find(['ada', 'eve'])).toEqual(new Map([['ada', { ...ada, revision: 2 }]]));
  });
});

describe('DynamoConsents', () => {
  const consents = new DynamoConsents(table);

  it('writes a first consent only where there is none, a next one only over what was known', async () => {
    dynamo.on(PutCommand).resolves({});

    await consents.replace(left, undefined);
    await consents.replace({ ...left, at: '2026-11-22T10:00:00.000Z' }, left);

    expect(putItem(0)).toMatchObject({ ConditionExpression: 'attribute_not_exists(pk)' });
    expect(putItem(1)).toMatchObject({ ExpressionAttributeValues: { ':at': at, ':isSuppressed': true } });
  });

  it('says when something else stands by now', async () => {
    dynamo.on(PutCommand).rejects(conflict);

    expect(await consents.replace(left, undefined)).toBe(false);
  });

  it('reads back what it wrote', async () => {
    dynamo.on(PutCommand).resolves({});
    await consents.replace(left, undefined);
    dynamo.on(BatchGetCommand).resolves({ Responses: { audience: [putItem()?.Item ?? {}] } });

    expect(await consents.find(left.scope, ['ada'])).toEqual(new Map([['ada', left]]));
  });

  it('keeps lists and everything apart', async () => {
    dynamo.on(PutCommand).resolves({});

    await consents.replace(left, undefined);
    await consents.replace({ ...left, scope: everything }, undefined);

    expect([putItem(0)?.Item?.['pk'], putItem(1)?.Item?.['pk']]).toEqual(['consent#lst_1#9', 'consent#everything#9']);
  });
});

describe('DynamoMembers', () => {
  const members = new DynamoMembers(table);

  it('adds members as keys in their shards', async () => {
    dynamo.on(BatchWriteCommand).resolves({});

    await members.add('lst_1', ['-a', 'zz']);

    const written = dynamo.commandCalls(BatchWriteCommand)[0]?.args[0].input.RequestItems?.['audience'];
    expect(written?.map(({ PutRequest }) => PutRequest?.Item)).toEqual([
      { pk: 'list#lst_1#0', sk: '-a' },
      { pk: 'list#lst_1#15', sk: 'zz' },
    ]);
  });

  it('counts all shards', async () => {
    dynamo.on(QueryCommand).resolves({ Count: 3 });

    expect(await members.count('lst_1')).toBe(48);
  });

  it('reads a shard from where it is told', async () => {
    dynamo.on(QueryCommand).resolves({ Items: [{ pk: 'list#lst_1#9', sk: 'b' }] });

    const pages: (readonly string[])[] = [];
    for await (const page of members.inShard('lst_1', 9, 'a')) pages.push(page);

    expect(pages).toEqual([['b']]);
    expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ExpressionAttributeValues).toEqual({
      ':pk': 'list#lst_1#9',
      ':after': 'a',
    });
  });
});
