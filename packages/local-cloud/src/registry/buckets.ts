import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';

import { errorName } from '../error-text.ts';
import type { BucketRules } from '../stores/stores.ts';
import type { Resource } from './payload.ts';
import { parseOrRefuse, RegistryRefusal } from './refusal.ts';

const EXISTS = ['BucketAlreadyExists', 'BucketAlreadyOwnedByYou'];
const EVENTS = ['s3:ObjectCreated:', 's3:ObjectRemoved:'];

const names = z.optional(z.array(z.string()));
const rule = z.looseObject({
  Event: z.string(),
  Queue: z.string(),
  Filter: z.optional(
    z.looseObject({ S3Key: z.looseObject({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) }),
  ),
});
const bucketProperties = z.looseObject({
  NotificationConfiguration: z.optional(
    z.looseObject({
      QueueConfigurations: z.optional(z.array(rule)),
      TopicConfigurations: z.optional(z.array(z.unknown())),
      LambdaConfigurations: z.optional(z.array(z.unknown())),
    }),
  ),
  CorsConfiguration: z.optional(
    z.looseObject({
      CorsRules: z.array(
        z.looseObject({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: names,
          ExposedHeaders: names,
          MaxAge: z.optional(z.number()),
        }),
      ),
    }),
  ),
});

interface Tools {
  readonly s3: S3Client;
  readonly configureBucket: (bucket: string, rules: BucketRules) => void;
}

/** Creates a bucket and puts its notification and CORS rules in force. */
export const applyBucket = async ({ s3, configureBucket }: Tools, { id, ref, properties }: Resource): Promise<void> => {
  const wanted = parseOrRefuse(bucketProperties, properties, id);
  const rules = { notifications: notificationsOf(id, wanted), cors: corsOf(wanted) };
  try {
    await s3.send(new CreateBucketCommand({ Bucket: ref }));
  } catch (error) {
    if (!EXISTS.includes(errorName(error))) throw error;
  }
  configureBucket(ref, rules);
};

type Properties = z.infer<typeof bucketProperties>;

const notificationsOf = (id: string, { NotificationConfiguration: wanted }: Properties) => {
  if ((wanted?.TopicConfigurations ?? wanted?.LambdaConfigurations ?? []).length > 0) {
    throw new RegistryRefusal(`${id}: a bucket tells only queues here; use QueueConfigurations`);
  }

  return (wanted?.QueueConfigurations ?? []).map(({ Event, Queue, Filter }) => {
    if (!EVENTS.some((known) => Event.startsWith(known))) {
      throw new RegistryRefusal(`${id}: ${Event} never happens here; only ObjectCreated and ObjectRemoved do`);
    }
    const filter = (name: string) => Filter?.S3Key.Rules.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? '';

    return { event: Event, queueArn: Queue, prefix: filter('prefix'), suffix: filter('suffix') };
  });
};

const corsOf = ({ CorsConfiguration }: Properties) =>
  (CorsConfiguration?.CorsRules ?? []).map((cors) => ({
    origins: cors.AllowedOrigins,
    methods: cors.AllowedMethods,
    headers: cors.AllowedHeaders ?? [],
    exposed: cors.ExposedHeaders ?? [],
    maxAgeSeconds: cors.MaxAge,
  }));
