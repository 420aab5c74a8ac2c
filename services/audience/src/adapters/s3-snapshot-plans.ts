import { PermanentError } from '@bulkhead/lambda-kit';
import type { S3Bucket } from '@bulkhead/lambda-kit/aws';
import * as z from 'zod/mini';

import type { KeptPlan, SnapshotPlan, SnapshotPlans, SnapshotRequest } from '../application/snapshot/ports.ts';
import { ATTRIBUTE_TYPES } from '../domain/attribute.ts';
import { readStoredRule } from './read-stored-rule.ts';
import { isConflict } from './s3-errors.ts';

const ids = () => z.array(z.string());
const Segments = z.array(
  z.object({
    segmentId: z.string(),
    name: z.string(),
    rule: z.pipe(z.unknown(), z.transform(readStoredRule)),
    version: z.int(),
  }),
);
const Plan = z.object({
  runId: z.string(),
  attempt: z.int(),
  lists: z.tuple([z.string()], z.string()),
  exclude: ids(),
  fields: ids(),
  chunkSize: z.int(),
  firstChunkSize: z.int(),
  localTime: z.optional(z.object({ at: z.string(), field: z.string(), otherwise: z.string() })),
  segments: Segments,
  excludeSegments: Segments,
  attributes: z.array(z.object({ name: z.string(), type: z.enum(ATTRIBUTE_TYPES) })),
  at: z.string(),
});

type Name = Pick<SnapshotRequest, 'runId' | 'attempt'>;
const keyOf = ({ runId, attempt }: Name): string => `exchange/${runId}/parts/${attempt}/plan.json`;

/** One object an attempt, written once, beside the parts that follow it. */
export class S3SnapshotPlans implements SnapshotPlans {
  readonly #bucket: Pick<S3Bucket, 'get' | 'put' | 'uriOf'>;

  constructor(bucket: Pick<S3Bucket, 'get' | 'put' | 'uriOf'>) {
    this.#bucket = bucket;
  }

  async find(name: Name): Promise<KeptPlan | undefined> {
    const key = keyOf(name);
    const plan = await this.#get(key);
    return plan && { uri: this.#bucket.uriOf(key), plan };
  }

  async fix(plan: SnapshotPlan): Promise<KeptPlan> {
    const key = keyOf(plan);
    const content = { body: JSON.stringify(plan), contentType: 'application/json', ifNoneMatch: '*' } as const;
    try {
      await this.#bucket.put(key, content);
      return { uri: this.#bucket.uriOf(key), plan };
    } catch (error) {
      const first = isConflict(error) ? await this.find(plan) : undefined;
      if (first === undefined) throw error;
      return first;
    }
  }

  async read(uri: string): Promise<SnapshotPlan> {
    const plan = await this.#get(uri.slice(this.#bucket.uriOf('').length));
    if (plan !== undefined) return plan;
    throw new PermanentError({ code: 'plan_missing', message: 'The plan of a snapshot is gone from the bucket.' });
  }

  async #get(key: string): Promise<SnapshotPlan | undefined> {
    const found = await this.#bucket.get(key);
    return found && z.parse(Plan, JSON.parse(found.body.toString()));
  }
}
