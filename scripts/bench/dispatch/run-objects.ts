import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import type { FrozenContentV1, SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';

import { liquidNewsletter, sender } from './newsletter.ts';

const RECIPIENTS_OF_CHUNK = 1_000;
const CITIES = ['Paris', 'Seoul 서울', 'Lisboa', 'Köln', 'New York', '東京'];
const NAMES = ['Ann', 'Béatrice', '김민수', 'Christopher', 'Δημήτρης', "O'Neill & Sons"];

const ids = {
  runId: `run_${'0123456789abcdef'.repeat(2)}`,
  campaignId: `cmp_${'0123456789abcdef'.repeat(2)}`,
  listId: `lst_${'0123456789abcdef'.repeat(2)}`,
};
export const run = {
  runId: ids.runId,
  campaignId: ids.campaignId,
  content: 's3://campaigns/content.json',
  attempt: 1,
  manifest: 's3://audience/manifest.json',
};
export const UNSUBSCRIBE_URL = 'https://api.shop.example/api/audience/unsubscribe/';
const FIELDS = ['first_name', 'last_name', 'city', 'points', 'customer'];

const rowOf = (chunk: number, offset: number): SnapshotRowV1 => {
  const contactId = createHash('sha256').update(`${chunk}/${offset}`).digest().subarray(0, 16).toString('base64url');
  return {
    contactId,
    address: `person-${chunk}-${offset}@mail.example`,
    token: createHash('sha512').update(contactId).digest().subarray(0, 57).toString('base64url'),
    fields: {
      first_name: NAMES[offset % NAMES.length] ?? '',
      last_name: `Surname${offset}`,
      city: CITIES[offset % CITIES.length] ?? '',
      customer: String(100_000 * chunk + offset),
      ...(offset % 3 > 0 && { points: String(offset) }),
    },
  };
};

/** The objects of a run as campaigns and audience leave them in S3, by bucket and key. */
export const objectsOf = (chunkCount: number): ReadonlyMap<string, Buffer> => {
  const chunks = Array.from({ length: chunkCount }, (_, chunk) => {
    const rows = Array.from({ length: RECIPIENTS_OF_CHUNK }, (__, offset) => JSON.stringify(rowOf(chunk, offset)));
    return {
      chunk,
      key: `audience/chunk-${String(chunk).padStart(5, '0')}.ndjson.gz`,
      body: gzipSync(rows.join('\n')),
    };
  });
  const manifest: SnapshotManifestV1 = {
    version: 1,
    runId: ids.runId,
    listId: ids.listId,
    listName: 'The Shop',
    recipients: chunkCount * RECIPIENTS_OF_CHUNK,
    fields: FIELDS,
    unsubscribeUrl: UNSUBSCRIBE_URL,
    chunks: chunks.map(({ chunk, key, body }) => ({
      chunk,
      rows: `s3://${key}`,
      recipients: RECIPIENTS_OF_CHUNK,
      etag: etagOf(body),
    })),
  };
  const content: FrozenContentV1 = { version: 1, ...ids, from: sender, ...liquidNewsletter, fields: FIELDS };

  return new Map([
    ['audience/manifest.json', Buffer.from(JSON.stringify(manifest))],
    ['campaigns/content.json', Buffer.from(JSON.stringify(content))],
    ...chunks.map(({ key, body }) => [key, body] as const),
  ]);
};

export const etagOf = (body: Buffer): string => createHash('md5').update(body).digest('hex');
