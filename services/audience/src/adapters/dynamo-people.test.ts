import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { ofList, type Said } from '../domain/consent.ts';
import { DynamoConsentHistory } from './dynamo-consent-history.ts';
import { DynamoContacts } from './dynamo-contacts.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience');
const conflict = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const at = '2026-11-21T10:00:00.000Z';
const ada = { contactId: 'ada', address: 'ada@example.com', fields: { name: 'Ada' }, lists: { lst_1: at }, saidAt: at };
const word: Said = { contactId: 'ada', scope: ofList('lst_1'), at, isSuppressed: true, reason: 'unsubscribed' };
const putItem = (n = 0) => dynamo.commandCalls(PutCommand)[n]?.args[0].input;

beforeEach(() => {
  dynamo.reset();
});

describe('DynamoContacts', () => {
  const contacts = new DynamoContacts(table);

  /** The updates of contacts; the names of their fields are noted beside them. */
  const update = (n: number) =>
    dynamo
      .commandCalls(UpdateCommand)
      .map(({ args: [{ input }] }) => input)
      .filter(({ Key }) => Key?.['pk'] !== 'fields')[n];

  it('writes somebody new only where nobody is, somebody known only as read', async () => {
    dynamo.on(UpdateCommand).resolves({});

    await contacts.save([
      { ...ada, revision: 0 },
      { ...ada, revision: 3 },
    ]);

    expect(update(0)).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk)',
      ExpressionAttributeValues: { ':revision': 1 },
    });
    expect(update(1)).toMatchObject({ ExpressionAttributeValues: { ':revision': 4, ':read': 3 } });
  });

  it('removes what is not said any more, and nothing that others have written', async () => {
    dynamo.on(UpdateCommand).resolves({});

    await contacts.save([{ ...ada, position: 7, revision: 3 }]);

    expect(update(0)?.UpdateExpression).toBe(
      'SET #contactId = :contactId, #address = :address, #gsi1pk = :gsi1pk, #fields = :fields, #lists = :lists, ' +
        '#saidAt = :saidAt, #position = :position, #revision = :revision REMOVE #joinedBy, #older',
    );
  });

  it('names those whom somebody else wrote first', async () => {
    dynamo
      .on(UpdateCommand)
      .resolves({})
      .on(UpdateCommand, { Key: { pk: 'contact#eve', sk: 'profile' } })
      .rejects(conflict);

    expect(
      await contacts.save([
        { ...ada, revision: 1 },
        { ...ada, contactId: 'eve', revision: 1 },
      ]),
    ).toEqual(['eve']);
  });

  it('lets any other failure through', async () => {
    dynamo.on(UpdateCommand).rejects(new Error('no such table'));

    await expect(contacts.save([{ ...ada, revision: 1 }])).rejects.toThrow('no such table');
  });

  it('reads contacts back', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolves({ Responses: { audience: [{ pk: 'contact#ada', sk: 'profile', ...ada, revision: 2 }] } });

    expect(await contacts.find(['ada', 'eve'])).toEqual(new Map([['ada', { ...ada, revision: 2 }]]));
  });
});

describe('DynamoConsentHistory', () => {
  const history = new DynamoConsentHistory(table);
  const evidence = { by: 'contact', how: 'page', words: 'Leave?' } as const;

  it('writes the same word to the same place, and reads it back', async () => {
    dynamo.on(PutCommand).resolves({});
    await history.append({ said: word, evidence });
    await history.append({ said: word, evidence });
    dynamo.on(QueryCommand).resolves({ Items: [putItem()?.Item ?? {}] });

    const page = await history.page('ada', { limit: 10 });

    expect(putItem(0)?.Item).toEqual(putItem(1)?.Item);
    expect(page.items).toEqual([{ said: word, evidence }]);
  });

  it('takes no cursor that leads elsewhere', async () => {
    const cursor = Buffer.from(JSON.stringify({ sk: 'profile' })).toString('base64url');

    await expect(history.page('ada', { limit: 10, cursor })).rejects.toThrow('not one of ours');
  });
});
