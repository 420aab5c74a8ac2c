import { readConfig } from '@bulkhead/lambda-kit';
import * as z from 'zod/mini';

const name = () => z.string().check(z.minLength(1));

export const loadTableConfig = () => readConfig(z.object({ TABLE_NAME: name() }), process.env);

/** `local` is a laptop. */
export const loadStageConfig = () => readConfig(z.object({ STAGE: name() }), process.env);

export const loadTopicConfig = () => readConfig(z.object({ TOPIC_ARN: name() }), process.env);

export const loadBucketConfig = () => readConfig(z.object({ BUCKET_NAME: name() }), process.env);

/** Where public pictures lie, and the origin that the world loads them from; empty where the stage does not know it. */
export const loadImagesConfig = () =>
  readConfig(z.object({ BUCKET_NAME: name(), IMAGES_ORIGIN: z.string() }), process.env);

export const loadImageListConfig = () => readConfig(z.object({ IMAGES_ORIGIN: z.string() }), process.env);

export const loadCommandsConfig = () => readConfig(z.object({ COMMANDS_QUEUE_URL: z.url() }), process.env);

export const loadStateMachineConfig = () =>
  readConfig(
    z.object({
      STATE_MACHINE_ARN: name(),
      SCHEDULE_GROUP: name(),
      SCHEDULE_ROLE_ARN: name(),
      SCHEDULE_DLQ_ARN: name(),
    }),
    process.env,
  );

/** The DLQ of the one queue that a function is fed by. */
export const loadDeadLettersConfig = () => readConfig(z.object({ DLQ_URL: z.url() }), process.env);

/** Console's queue, which is told who did what: the same name for every function that answers people. */
export const loadAuditConfig = () => readConfig(z.object({ AUDIT_QUEUE_URL: z.url() }), process.env);
