import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

import { BLOCK_BYTES } from '../domain/block.ts';
import { outcomeKinds } from '../domain/outcome.ts';
import { FIRST_IMPORT, MOST_DOMAINS } from '../domain/part.ts';
import { minuteOf } from '../domain/time-cells.ts';
import { packCells } from './cell-counts.ts';
import { DynamoOutcomes } from './dynamo-outcomes.ts';
import { packCounts } from './part-counts.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const outcomes = new DynamoOutcomes(
  DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })),
  'feedback',
);
const refused = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const addition = { runId: 'run_1', kind: 'sent', block: 0, positions: [0] } as const;

/** DynamoDB counts the UTF-8 of names and strings, the bytes of binaries, and at most 21 bytes for a number. */
const sizeOf = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + valueSizeOf(value), 0);
const valueSizeOf = (value: unknown): number =>
  value instanceof Uint8Array ? value.length : typeof value === 'string' ? Buffer.byteLength(value) : 21;

beforeEach(() => {
  dynamo.reset();
});

describe('DynamoOutcomes.add', () => {
  it('writes an item that costs one write unit, however full and however long its name', async () => {
    dynamo.on(GetCommand).resolves({ Item: { bits: new Uint8Array(BLOCK_BYTES).fill(254), rev: 1_000_000 } });
    dynamo.on(PutCommand).resolves({});

    for (const kind of outcomeKinds) {
      await outcomes.add({ runId: 'r'.repeat(40), kind, block: 14_285, positions: [6_992] });
    }

    const sizes = dynamo.commandCalls(PutCommand).map(({ args }) => sizeOf(args[0].input.Item ?? {}));
    expect(sizes).toHaveLength(outcomeKinds.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_024);
  });

  it('counts whoever is new by part, in the same write', async () => {
    dynamo.on(GetCommand).resolves({ Item: { bits: Uint8Array.of(1), by: packCounts(new Map([[3, 1]])), rev: 1 } });
    dynamo.on(PutCommand).resolves({});

    await outcomes.add({
      ...addition,
      positions: [0, 1, 2],
      partsOf: new Map([
        [0, [3]],
        [1, [3, 200]],
        [2, [4]],
      ]),
    });

    expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item).toMatchObject({
      bits: Uint8Array.of(7),
      by: packCounts(
        new Map([
          [3, 2],
          [4, 1],
          [200, 1],
        ]),
      ),
    });
  });

  it('costs one write unit with as many parts as there can be, and times of two hours and of a late one', async () => {
    const large = [2_000, 1_500, 900, 600, 400, 300, 200, 150, 100, 80];
    const parts = Array.from({ length: MOST_DOMAINS }, (_, n) => [n, large[n] ?? 10] as const);
    const by = packCounts(new Map([...parts, [FIRST_IMPORT, 6_990]]));
    const hour = minuteOf(new Date('2026-11-22T10:00:00Z'));
    const at = packCells([
      { start: hour, minutes: 60, count: 4_000 },
      { start: hour + 60, minutes: 60, count: 2_900 },
      { start: hour + 600, minutes: 60, count: 90 },
    ]);
    dynamo.on(GetCommand).resolves({ Item: { bits: new Uint8Array(BLOCK_BYTES).fill(254), by, at, rev: 9_999 } });
    dynamo.on(PutCommand).resolves({});

    const longest = { runId: 'r'.repeat(40), kind: 'delivered', block: 14_285 } as const;
    await outcomes.add({
      ...longest,
      positions: [6_992],
      partsOf: new Map([[6_992, [12, FIRST_IMPORT]]]),
      minutes: new Map([[6_992, hour + 61]]),
    });

    const [written] = dynamo.commandCalls(PutCommand).map(({ args }) => args[0].input.Item ?? {});
    const { rev, ...rest } = written ?? {};
    // Two digits of a number take a byte, and there is one more.
    expect(sizeOf(rest) + 'rev'.length + Math.ceil(String(rev).length / 2) + 1).toBeLessThanOrEqual(1_024);
  });

  it('writes nothing when nothing is new', async () => {
    dynamo.on(GetCommand).resolves({ Item: { bits: Uint8Array.of(1), rev: 1 } });

    expect(await outcomes.add(addition)).toEqual([0]);
    expect(dynamo.commandCalls(PutCommand)).toHaveLength(0);
  });

  it('reads again when somebody else wrote first, and loses nothing of theirs', async () => {
    dynamo
      .on(GetCommand)
      .resolvesOnce({})
      .resolves({ Item: { bits: Uint8Array.of(2), rev: 1 } });
    dynamo.on(PutCommand).rejectsOnce(refused).resolves({});

    await outcomes.add(addition);

    expect(dynamo.commandCalls(PutCommand)[1]?.args[0].input).toMatchObject({
      Item: { bits: Uint8Array.of(3), rev: 2 },
      ConditionExpression: 'rev = :read',
      ExpressionAttributeValues: { ':read': 1 },
    });
  });

  it('asks for a retry when others always write first', async () => {
    dynamo.on(GetCommand).resolves({});
    dynamo.on(PutCommand).rejects(refused);

    await expect(outcomes.add(addition)).rejects.toMatchObject({
      name: 'RetryableError',
      code: 'outcomes_contended',
      details: { runId: 'run_1', kind: 'sent', block: 0 },
    });
  });

  it('lets any other failure through', async () => {
    const lost = new Error('socket hang up');
    dynamo.on(GetCommand).resolves({});
    dynamo.on(PutCommand).rejects(lost);

    await expect(outcomes.add(addition)).rejects.toBe(lost);
  });
});
