import { gunzipSync } from 'node:zlib';

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { services } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Platform } from '../../../scripts/lib/platform.ts';
import { eventually } from '../src/index.ts';

type Item = Readonly<Record<string, unknown>>;

const ACCESS = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** Bytes as what they spell, read in two ways. */
const spelled = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array
    ? [Buffer.from(value).toString('latin1'), Buffer.from(value).toString('base64url')]
    : value;

const naming = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** The items of all services' tables in which any of these words stands, by service. */
export const itemsNaming = async ({ env }: Platform, words: readonly string[]) => {
  const client = new DynamoDBClient({ ...ACCESS, endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' });
  const found = new Map<string, readonly Item[]>();
  for (const service of services) {
    const items: Item[] = [];
    const pages = paginateScan(
      { client: DynamoDBDocumentClient.from(client) },
      { TableName: `bulkhead-local-${service}` },
    );
    for await (const { Items = [] } of pages) items.push(...Items);
    found.set(
      service,
      items.filter((item) => naming(words, JSON.stringify(item, spelled))),
    );
  }
  client.destroy();
  return found;
};

const Said = z.object({ isSuppressed: z.boolean() });

/** What dispatch is to have heard of somebody: of `everything`, or of `list:<id>`. */
interface Hearing {
  readonly contactId: string;
  readonly scope: string;
  readonly isSuppressed: boolean;
}

/** Waits until dispatch, which is told of it later than audience knows it, has heard whether somebody may be mailed. */
export const untilDispatchHears = (platform: Platform, { contactId, scope, isSuppressed }: Hearing) =>
  eventually(
    async () => (await itemsNaming(platform, [contactId])).get('dispatch') ?? [],
    (items) => items.some((item) => z.safeParse(Said, item[scope]).data?.isSuppressed === isSuppressed),
    { what: `dispatch to hear that ${scope} is ${isSuppressed ? 'not ' : ''}for somebody` },
  );

/** The keys of all objects in which any of these words stands, zipped or not, by service. */
export const objectsNaming = async ({ env }: Platform, words: readonly string[]) => {
  const client = new S3Client({ ...ACCESS, endpoint: env['AWS_ENDPOINT_URL_S3'] ?? '', forcePathStyle: true });
  const textOf = async (Bucket: string, Key: string): Promise<string> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
    return (Key.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  };
  const found = new Map<string, readonly string[]>();
  for (const service of ['audience', 'campaigns']) {
    const Bucket = `bulkhead-local-${service}-000000000000`;
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
      for (const { Key = '' } of Contents) if (naming(words, `${Key} ${await textOf(Bucket, Key)}`)) keys.push(Key);
    }
    found.set(service, keys);
  }
  client.destroy();
  return found;
};
