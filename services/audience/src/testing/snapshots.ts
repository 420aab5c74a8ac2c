import { gunzipSync } from 'node:zlib';

import { SnapshotManifestV1, SnapshotRowV1 } from '@bulkhead/contracts';
import { inMemoryBucket } from '@bulkhead/testing';
import * as z from 'zod/mini';
import { compileCondition } from '../adapters/compile-condition.ts';
import { contactIdOf } from '../adapters/contact-id.ts';
import { S3SnapshotChunks } from '../adapters/s3-snapshot-chunks.ts';
import { S3SnapshotParts } from '../adapters/s3-snapshot-parts.ts';
import { S3SnapshotPlans } from '../adapters/s3-snapshot-plans.ts';
import { S3Snapshots } from '../adapters/s3-snapshots.ts';
import type { Clock } from '../application/ports.ts';
import { makeImportsUnderWay } from '../application/snapshot/imports-under-way.ts';
import type {
  LaterLook,
  PartRequest,
  SnapshotAnnouncements,
  SnapshotFailure,
  SnapshotRequest,
  SnapshotWait,
  TakenSnapshot,
} from '../application/snapshot/ports.ts';
import { makeRequestSnapshot } from '../application/snapshot/request-snapshot.ts';
import { makeTakePart } from '../application/snapshot/take-part.ts';
import { everything, ofList, type SuppressionReason } from '../domain/consent.ts';
import type { Contact } from '../domain/contact.ts';
import { InMemoryAttributes } from './in-memory-attributes.ts';
import { InMemoryImports, InMemoryUploads } from './in-memory-imports.ts';
import {
  InMemoryConsents,
  InMemoryContacts,
  InMemoryErasures,
  InMemoryLists,
  InMemoryMembers,
} from './in-memory-people.ts';
import { countingIds, PlainTokens } from './in-memory-platform.ts';
import { InMemorySegments } from './in-memory-segments.ts';
import { InMemorySoftBounces } from './in-memory-soft-bounces.ts';

const at = '2026-11-21T10:00:00.000Z';
const cause = { correlationId: 'request-1' };
export const address = (n: number): string => `person.${n}@example.com`;
export const idOf = (n: number): string => contactIdOf(address(n));

class RecordingSnapshots implements SnapshotAnnouncements {
  readonly taken: TakenSnapshot[] = [];
  readonly progress: number[] = [];
  readonly waits: SnapshotWait[] = [];
  readonly failures: SnapshotFailure[] = [];

  async snapshotTaken(snapshot: TakenSnapshot): Promise<void> {
    this.taken.push(snapshot);
  }

  async snapshotProgressed(_runId: string, recipients: number): Promise<void> {
    this.progress.push(recipients);
  }

  async snapshotWaits(wait: SnapshotWait): Promise<void> {
    this.waits.push(wait);
  }

  async snapshotFailed(failure: SnapshotFailure): Promise<void> {
    this.failures.push(failure);
  }
}

/** Audience as far as snapshots go: two lists, a third, a queue that delivers when it is told to, a bucket. */
export const snapshotWorld = (clock: Clock = { now: () => new Date(at) }) => {
  const lists = new InMemoryLists(
    ...['lst_1', 'lst_2', 'lst_3'].map((listId) => ({ listId, name: 'Letters', createdAt: at })),
  );
  const members = new InMemoryMembers();
  const consents = new InMemoryConsents();
  const people = new InMemoryContacts();
  const erasures = new InMemoryErasures();
  const bucket = inMemoryBucket('audience-bucket');
  const announcements = new RecordingSnapshots();
  const snapshots = new S3Snapshots(bucket, 'https://api.test/unsubscribe/');
  const queue: PartRequest[] = [];
  const later: (LaterLook & { readonly request: SnapshotRequest })[] = [];
  const imports = new InMemoryImports();
  const uploads = new InMemoryUploads();

  const segments = new InMemorySegments();
  const attributes = new InMemoryAttributes({ name: 'age', type: 'number' }, { name: 'name', type: 'text' });
  const plans = new S3SnapshotPlans(bucket);

  const requestSnapshot = makeRequestSnapshot({
    lists,
    segments,
    fields: attributes,
    plans,
    snapshots,
    announcements,
    clock,
    importsUnderWay: makeImportsUnderWay({ imports, uploads, clock }),
    commands: {
      awaitImports: async (request, look) => void later.push({ ...look, request }),
      takeParts: async ({ plan, uri }, shards) => {
        const { runId, attempt, lists: all, exclude, fields, chunkSize, firstChunkSize, localTime } = plan;
        const frame = { runId, attempt, lists: all, exclude, fields, chunkSize, firstChunkSize, localTime };
        for (let shard = 0; shard < shards; shard += 1) queue.push({ ...frame, shard, shards, plan: uri });
      },
    },
  });
  const softBounces = new InMemorySoftBounces();
  const takePart = makeTakePart({
    softBounces,
    lists,
    members,
    consents,
    snapshots,
    erasures,
    announcements,
    clock,
    contacts: { find: async (ids) => people.find(ids) },
    tokens: new PlainTokens(),
    chunks: new S3SnapshotChunks(bucket),
    parts: new S3SnapshotParts(bucket),
    plans,
    compile: compileCondition,
    ids: countingIds(),
  });
  return {
    members,
    softBounces,
    segments,
    readers: {
      lists,
      readers: { members, consents, erasures, contacts: { find: async (ids: readonly string[]) => people.find(ids) } },
    },
    people,
    erasures,
    announcements,
    bucket,
    queue,
    imports,
    uploads,
    later,
    /** Delivers what is to be looked at later. */
    lookAgain: async () => {
      for (const { request, wait } of later.splice(0)) await requestSnapshot(request, cause, wait);
    },
    requestSnapshot: (request: SnapshotRequest) => requestSnapshot(request, cause),
    takePart: (request: PartRequest) => takePart(request, cause),
    /** Asks for a snapshot and takes all parts that are in the queue. */
    take: async (request: SnapshotRequest) => {
      await requestSnapshot(request, cause);
      for (const part of queue.splice(0)) await takePart(part, cause);
    },
    join: async (listId: string, ...numbers: readonly number[]) => {
      await members.add(listId, numbers.map(idOf));
      for (const n of numbers) {
        const known = { contactId: idOf(n), address: address(n), fields: { name: `Person ${n}` }, lists: {} };
        people.all.set(idOf(n), { ...known, saidAt: at, revision: 1 });
      }
    },
    /** Lets more be known of somebody who has joined. */
    change: (n: number, more: Partial<Contact>) => {
      const known = people.all.get(idOf(n));
      if (known !== undefined) people.all.set(idOf(n), { ...known, ...more });
    },
    suppress: (n: number, listId: string | undefined, reason: SuppressionReason) => {
      const scope = listId === undefined ? everything : ofList(listId);
      return consents.say({ contactId: idOf(n), scope, at, isSuppressed: true, reason });
    },
    ...readerOf(bucket),
  };
};

/** Snapshots as others read them. */
const readerOf = ({ objects }: ReturnType<typeof inMemoryBucket>) => {
  const objectAt = (key: string): Buffer | undefined => objects.get(key)?.body;
  return {
    manifest: (runId: string) => {
      const body = objectAt(`exchange/${runId}/manifest.json`);
      return body && z.parse(SnapshotManifestV1, JSON.parse(body.toString()));
    },
    /** Chunk by chunk. */
    rows: (manifest: SnapshotManifestV1 | undefined) =>
      (manifest?.chunks ?? []).map(({ rows }) =>
        gunzipSync(objectAt(rows.replace('s3://audience-bucket/', '')) ?? '')
          .toString()
          .trimEnd()
          .split('\n')
          .map((line) => z.parse(SnapshotRowV1, JSON.parse(line))),
      ),
  };
};
