import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { DynamoEngagements } from './dynamo-engagements.ts';
import { Table } from './table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const engagements = new DynamoEngagements(
  new Table(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })), 'audience'),
);
const opened = (contactIds: readonly string[]) => ({ date: '2026-11-22', kind: 'opened', contactIds }) as const;
const known = (...items: readonly Record<string, unknown>[]) =>
  dynamo.on(BatchGetCommand).resolves({ Responses: { audience: [...items] } });

beforeEach(() => {
  dynamo.reset();
});

it('writes nobody who has the day, or a later one', async () => {
  known(
    { contactId: 'ada', lastOpenedAt: '2026-11-22' },
    { contactId: 'eve', lastOpenedAt: '2026-11-21' },
    { contactId: 'grace', lastOpenedAt: '2026-11-23' },
  );
  dynamo.on(UpdateCommand).resolves({});

  await engagements.note(opened(['ada', 'eve', 'grace', 'nobody']));

  const written = dynamo.commandCalls(UpdateCommand).map(({ args }) => args[0].input.Key?.['pk']);
  expect(written).toEqual(['contact#eve']);
});

it('takes it for done if somebody else was faster, and for failed if the table refuses', async () => {
  known({ contactId: 'ada' });
  dynamo.on(UpdateCommand).rejectsOnce(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));
  await engagements.note(opened(['ada']));
  dynamo.on(UpdateCommand).rejects(new Error('no such table'));

  await expect(engagements.note(opened(['ada']))).rejects.toThrow('no such table');
});

it('makes nobody anew who is erased between the look and the note', async () => {
  known({ contactId: 'ada' });
  dynamo.on(UpdateCommand).resolves({});

  await engagements.note(opened(['ada']));

  const [note] = dynamo.commandCalls(UpdateCommand);
  expect(note?.args[0].input.ConditionExpression).toMatch(/^attribute_exists\(pk\) AND /);
});
