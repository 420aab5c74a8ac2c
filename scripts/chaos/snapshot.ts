import { gunzipSync } from 'node:zlib';

import { GetObjectCommand } from '@aws-sdk/client-s3';
import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import * as z from 'zod/mini';

import type { Cloud } from './cloud.ts';

/** Addresses by chunk and offset. */
export type Snapshot = readonly (readonly string[])[];

/** Reads the recipients that audience has frozen for a run. */
export const readSnapshot = async (cloud: Cloud, runId: string): Promise<Snapshot> => {
  const manifest = await read(cloud, `exchange/${runId}/manifest.json`);
  const { chunks } = z.parse(SnapshotManifestV1, JSON.parse(manifest.toString()));

  return Promise.all(
    chunks.map(async ({ rows }) => {
      const lines = gunzipSync(await read(cloud, new URL(rows).pathname.slice(1)))
        .toString()
        .trim()
        .split('\n');
      return lines.map((line) => z.parse(SnapshotRowV1, JSON.parse(line)).address);
    }),
  );
};

const read = async (cloud: Cloud, Key: string): Promise<Buffer> => {
  const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket: cloud.bucket('audience'), Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
