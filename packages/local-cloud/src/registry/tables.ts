import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

import { errorName } from '../error-text.ts';
import type { Resource } from './payload.ts';
import { parseOrRefuse, RegistryRefusal } from './refusal.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const tableProperties = z.looseObject({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.optional(
    z.array(
      z.looseObject({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.optional(z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE'])),
          NonKeyAttributes: z.optional(z.array(z.string())),
        }),
      }),
    ),
  ),
  StreamSpecification: z.optional(
    z.looseObject({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) }),
  ),
  TimeToLiveSpecification: z.optional(
    z.object({ AttributeName: z.optional(z.string()), Enabled: z.union([z.boolean(), z.string()]) }),
  ),
});

type Properties = z.infer<typeof tableProperties>;

/** Creates a table on demand, or adds what an existing one lacks. */
export const applyTable = async (dynamodb: DynamoDBClient, { id, ref, properties }: Resource): Promise<void> => {
  const wanted = parseOrRefuse(tableProperties, properties, id);
  const isNew = await create(dynamodb, ref, wanted);
  if (!isNew) await update(dynamodb, ref, wanted);
  const { TimeToLiveSpecification: ttl } = wanted;
  if (!isNew || ttl?.AttributeName === undefined) return;

  await dynamodb.send(
    new UpdateTimeToLiveCommand({
      TableName: ref,
      TimeToLiveSpecification: { AttributeName: ttl.AttributeName, Enabled: String(ttl.Enabled) === 'true' },
    }),
  );
};

const create = async (dynamodb: DynamoDBClient, name: string, wanted: Properties): Promise<boolean> => {
  const indexes = indexesOf(wanted);
  const table: CreateTableCommandInput = {
    TableName: name,
    AttributeDefinitions: wanted.AttributeDefinitions,
    KeySchema: wanted.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    ...(wanted.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: wanted.StreamSpecification.StreamViewType },
    }),
  };
  try {
    await dynamodb.send(new CreateTableCommand(table));
    return true;
  } catch (error) {
    if (errorName(error) !== 'ResourceInUseException') throw error;
    return false;
  }
};

const update = async (dynamodb: DynamoDBClient, name: string, wanted: Properties): Promise<void> => {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: name }));
  if (spell(Table?.KeySchema) !== spell(wanted.KeySchema)) {
    throw new RegistryRefusal(`table ${name} has other keys now; restart local-cloud to begin with empty tables`, 409);
  }
  const existing = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  for (const index of indexesOf(wanted).filter(({ IndexName }) => !existing.has(IndexName))) {
    await dynamodb.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: wanted.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
  }
};

const indexesOf = ({ GlobalSecondaryIndexes = [] }: Properties) =>
  GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection: { ProjectionType, NonKeyAttributes } }) => ({
    IndexName,
    KeySchema,
    Projection: { ...(ProjectionType && { ProjectionType }), ...(NonKeyAttributes && { NonKeyAttributes }) },
  }));

const spell = (
  keys:
    | readonly { readonly AttributeName?: string | undefined; readonly KeyType?: string | undefined }[]
    | undefined = [],
) => keys.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');
