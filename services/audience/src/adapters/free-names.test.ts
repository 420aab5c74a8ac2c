import { Readable } from 'node:stream';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

import { DynamoContacts } from './dynamo-contacts.ts';
import { DynamoImports } from './dynamo-imports.ts';
import { openTable } from './table.ts';

const at = '2026-11-21T10:00:00.000Z';
const contact = { contactId: 'ada', address: 'ada@example.com', lists: {}, saidAt: at, revision: 0 };
const request = {
  importId: 'imp_1',
  listId: 'lst_1',
  fileName: 'drivers.csv',
  requestedAt: at,
  correlationId: 'request-1',
  replays: 0,
  progress: { status: 'awaiting_upload' },
  revision: 1,
} as const;

/** The real SDK in front of a table that takes everything: only so does it marshall. */
const recordingTable = () => {
  const bodies: string[] = [];
  const handle = async ({ body }: { readonly body?: Uint8Array }) => {
    bodies.push(Buffer.from(body ?? []).toString());
    return { response: { statusCode: 200, headers: {}, body: Readable.from(['{}']) } };
  };
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-west-1', credentials, requestHandler: { handle } });

  return { bodies, table: openTable(client, 'audience') };
};

describe.each(['constructor', 'toString', 'hasOwnProperty', 'then', '이름'])('a column called %s', (name) => {
  it('is kept with the contact', async () => {
    const { table, bodies } = recordingTable();

    await new DynamoContacts(table).save([{ ...contact, fields: { [name]: 'Ferrari' } }]);

    expect(bodies.at(-1)).toContain(`":fields":{"M":{"${name}":{"S":"Ferrari"}}}`);
  });

  it('is kept with the import that maps it', async () => {
    const { table, bodies } = recordingTable();
    const imports = new DynamoImports(table);
    const mapped = { ...request, columns: { fields: { [name]: 'team' } } };

    await imports.add(mapped);
    await imports.save(mapped);

    const kept = expect.stringContaining(`"fields":{"M":{"${name}":{"S":"team"}}}`);
    expect(bodies).toEqual([kept, kept]);
  });
});
